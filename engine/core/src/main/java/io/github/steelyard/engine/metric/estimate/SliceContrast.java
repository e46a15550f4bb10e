package io.github.steelyard.engine.metric.estimate;

import io.github.steelyard.engine.statistics.Uncertainty;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value for one slice against that for the rest of its column.
 *
 * @param aspect which of the metric's values
 * @param value of the slice; null where undefined
 * @param rest of the examples that have another value in the column; null where undefined
 * @param difference {@code value - rest}; null where there is none
 * @param undefined why there is no difference; null where there is one
 * @param uncertainty of the difference
 * @param adjustedPValue of the hypothesis that there is no difference, adjusted for the number of
 *     the column's slices by Benjamini and Hochberg; null where the difference has no interval, or
 *     one of width 0
 * @param examples of the slice that were scored
 * @param restExamples of the rest
 */
public record SliceContrast(
    Slice slice,
    String metric,
    String aspect,
    @Nullable Double value,
    @Nullable Double rest,
    @Nullable Double difference,
    @Nullable String undefined,
    Uncertainty uncertainty,
    @Nullable Double adjustedPValue,
    long examples,
    long restExamples) {
  public SliceContrast adjusted(double pValue) {
    return new SliceContrast(
        slice,
        metric,
        aspect,
        value,
        rest,
        difference,
        undefined,
        uncertainty,
        pValue,
        examples,
        restExamples);
  }
}
