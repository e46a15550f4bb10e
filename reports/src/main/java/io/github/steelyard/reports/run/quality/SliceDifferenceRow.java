package io.github.steelyard.reports.run.quality;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value for one slice against that for the rest of its column.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param aspect which of the metric's values this is, or null for a metric that has only one; an
 *     empty text becomes null
 * @param value of the slice, or null where it is undefined
 * @param restValue of the examples that have another value in the column, or null where undefined
 * @param difference {@code value - restValue}, or null where one of them is undefined
 * @param undefinedReason why there is no difference; null where there is one
 * @param interval around the difference, or null where there is none
 * @param noIntervalReason why a difference has no interval; null otherwise
 * @param adjustedPValue that the two do not differ, adjusted among the column's slices by Benjamini
 *     and Hochberg, or null where there is no interval
 */
public record SliceDifferenceRow(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    String sliceColumn,
    String sliceValue,
    String metric,
    @Nullable String aspect,
    @Nullable Double value,
    @Nullable Double restValue,
    @Nullable Double difference,
    @Nullable String undefinedReason,
    @Nullable Interval interval,
    @Nullable String noIntervalReason,
    @Nullable Double adjustedPValue,
    long examples,
    long restExamples)
    implements Serializable {
  public SliceDifferenceRow {
    aspect = aspect == null || aspect.isEmpty() ? null : aspect;
    if ((difference == null) == (undefinedReason == null)) {
      throw new IllegalArgumentException(
          "Cannot use the difference "
              + difference
              + " of "
              + metric
              + ", expected a number or a reason");
    }
    if (interval != null && (difference == null || noIntervalReason != null)) {
      throw new IllegalArgumentException(
          "Cannot have an interval of the difference of " + metric + " and a reason why not");
    }
  }
}
