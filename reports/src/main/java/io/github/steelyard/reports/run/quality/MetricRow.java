package io.github.steelyard.reports.run.quality;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric, or the reason why there is none.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param sliceColumn the slice's column, or null for all examples of the split; an empty text
 *     becomes null
 * @param sliceValue the slice's value, or null for the examples that have none in that column and
 *     for all examples of the split
 * @param metric its id: {@code accuracy}, {@code log-loss}
 * @param aspect which of the metric's values this is ({@code macro}, a class, a k), or null for a
 *     metric that has only one; an empty text becomes null
 * @param value finite, or null where it is undefined
 * @param undefinedReason why there is no value; null where there is one
 * @param interval around the value, or null where there is none
 * @param noIntervalReason why a value has no interval; null otherwise
 * @param examples those that the value was computed from
 * @param direction {@code higher} or {@code lower} is better, {@code none} where neither is
 * @param unit of the value: {@code nats}; empty for a pure number
 */
public record MetricRow(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
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
  private static final Set<String> DIRECTIONS = Set.of("higher", "lower", "none");

  public MetricRow {
    sliceColumn = sliceColumn == null || sliceColumn.isEmpty() ? null : sliceColumn;
    sliceValue = sliceColumn == null ? null : sliceValue;
    aspect = aspect == null || aspect.isEmpty() ? null : aspect;
    if ((value == null) == (undefinedReason == null) || (value != null && !isFinite(value))) {
      throw new IllegalArgumentException(
          "Cannot use the value " + value + " of " + metric + ", expected a number or a reason");
    }
    if (value == null && interval != null) {
      throw new IllegalArgumentException("Cannot have an interval around an undefined " + metric);
    }
    if (!DIRECTIONS.contains(direction)) {
      throw new IllegalArgumentException(
          "Cannot use the direction '"
              + direction
              + "' of "
              + metric
              + ", expected higher, lower or none");
    }
    if (interval != null && noIntervalReason != null) {
      throw new IllegalArgumentException(
          "Cannot have an interval of " + metric + " and a reason why there is none");
    }
  }

  /** Whether a larger value is the better one. */
  public boolean higherIsBetter() {
    return direction.equals("higher");
  }

  private static boolean isFinite(double value) {
    return Double.isFinite(value);
  }

  /** True for a value of all examples of the split, their inputs as they are. */
  public boolean whole() {
    return sliceColumn == null && shift == null;
  }
}
