package io.github.steelyard.reports.run.quality;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The slice of one column that a model does worst on, by one metric.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param sliceValue of the worst slice
 * @param aspect which of the metric's values this is, or null for a metric that has only one
 * @param value of the worst slice
 * @param wholeValue of all examples of the split, or null where it is undefined
 * @param difference {@code value - wholeValue}, or null where that is undefined
 * @param noIntervalReason why the value has no interval
 * @param slices of the column that have a value, among which it was chosen
 * @param examples that the worst slice's value was computed from
 * @param direction {@code higher} or {@code lower} is better
 * @param unit of the value
 */
public record WorstSliceRow(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    String sliceColumn,
    String sliceValue,
    String metric,
    @Nullable String aspect,
    double value,
    @Nullable Double wholeValue,
    @Nullable Double difference,
    String noIntervalReason,
    long slices,
    long examples,
    String direction,
    String unit)
    implements Serializable {}
