package io.github.steelyard.reports.run.quality;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One point of a risk-coverage curve over all examples of a split: what happens when only the most
 * confident ones are answered.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param coverage the share that is answered, by weight; above 0, at most 1
 * @param risk the share of wrong answers among them, by weight
 * @param leastConfidence of what is answered, 0 to 1
 */
public record RiskCoverageRow(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    double coverage,
    double risk,
    double leastConfidence)
    implements Serializable {}
