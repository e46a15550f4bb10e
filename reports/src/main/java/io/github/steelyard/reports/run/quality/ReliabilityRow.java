package io.github.steelyard.reports.run.quality;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One bin of a reliability diagram: the examples whose confidence lies in {@code (lower, upper]}; 0
 * belongs to the first bin.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param sliceColumn the slice's column, or null for all examples of the split
 * @param sliceValue the slice's value, or null for all examples of the split
 * @param temperature what the logits were divided by before, on the part of the split kept for
 *     reports; null for the model's own confidences, on the whole split
 * @param examples how many they are, at least 1
 * @param weight sum of their weights, above 0
 * @param confidence the mean, by weight
 * @param accuracy the share that were taken for their class, by weight
 */
public record ReliabilityRow(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    @Nullable String sliceColumn,
    @Nullable String sliceValue,
    @Nullable Double temperature,
    double lower,
    double upper,
    long examples,
    double weight,
    double confidence,
    double accuracy)
    implements Serializable {}
