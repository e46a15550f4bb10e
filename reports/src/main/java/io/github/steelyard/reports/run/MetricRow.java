package io.github.steelyard.reports.run;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric, or the reason why there is none.
 *
 * @param sliceColumn the slice's column, or null for all examples of the split
 * @param sliceValue the slice's value, or null for the examples that have none in that column
 * @param metric its id: {@code accuracy}, {@code log-loss}
 * @param aspect which of the metric's values this is ({@code macro}, a class, a k), or null for a
 *     metric that has only one; an empty text becomes null
 * @param value finite, or null where it is undefined
 * @param undefinedReason why there is no value; null where there is one
 * @param interval around the value, or null where there is none
 * @param noIntervalReason why a value has no interval; null otherwise
 * @param examples those that the value was computed from
 * @param direction {@code higher} or {@code lower} is better, {@code none} where neither is
 * @param unit of the value, its range where that is known: {@code 0..1}, {@code nats}
 */
public record MetricRow(
    String model,
    String dataset,
    String split,
    @Nullable String sliceColumn,
    @Nullable String sliceValue,
    String metric,
    @Nullable String aspect,
    @Nullable Double value,
    @Nullable String undefinedReason,
    @Nullable Interval interval,
    @Nullable String noIntervalReason,
    long examples,
    String direction,
    String unit)
    implements Serializable {
  public MetricRow {
    aspect = aspect == null || aspect.isEmpty() ? null : aspect;
    if ((value == null) == (undefinedReason == null) || (value != null && !isFinite(value))) {
      throw new IllegalArgumentException(
          "Cannot use the value " + value + " of " + metric + ", expected a number or a reason");
    }
    if (value == null && interval != null) {
      throw new IllegalArgumentException("Cannot have an interval around an undefined " + metric);
    }
    if (interval != null && noIntervalReason != null) {
      throw new IllegalArgumentException(
          "Cannot have an interval of " + metric + " and a reason why there is none");
    }
  }

  private static boolean isFinite(double value) {
    return Double.isFinite(value);
  }

  /** True for a value of all examples of the split. */
  public boolean whole() {
    return sliceColumn == null;
  }
}
