package io.github.steelyard.reports.run.quality;

import io.github.steelyard.engine.statistics.Interval;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a temperature does to one metric of a model's confidences, on examples it was not fitted on.
 *
 * @param temperature what logits are divided by, above 0; null where none was found
 * @param undefinedReason why there is no temperature, or no difference of this metric; null where
 *     there is one
 * @param fitted how many examples the temperature was fitted on
 * @param reported how many others the values are of
 * @param metric its id, or null where there is no temperature
 * @param aspect which of the metric's values this is, or null; an empty text becomes null
 * @param before the value of the model's own confidences, or null where it is undefined
 * @param after the value at the temperature, or null where it is undefined
 * @param interval around {@code after - before}, or null where there is none
 * @param noIntervalReason why a difference has no interval; null otherwise
 */
public record CalibrationRow(
    String model,
    String dataset,
    String split,
    @Nullable Double temperature,
    @Nullable String undefinedReason,
    long fitted,
    long reported,
    @Nullable String metric,
    @Nullable String aspect,
    @Nullable Double before,
    @Nullable Double after,
    @Nullable Interval interval,
    @Nullable String noIntervalReason)
    implements Serializable {
  public CalibrationRow {
    aspect = aspect == null || aspect.isEmpty() ? null : aspect;
    boolean difference = before != null && after != null;
    if (difference == (undefinedReason != null)) {
      throw new IllegalArgumentException(
          "Cannot have the values %s and %s of %s, expected both or a reason"
              .formatted(before, after, metric));
    }
    if (interval != null && noIntervalReason != null) {
      throw new IllegalArgumentException(
          "Cannot have an interval of " + metric + " and a reason why there is none");
    }
  }

  /** What the temperature adds to the metric, or null where one of the values is undefined. */
  public @Nullable Double difference() {
    return before == null || after == null ? null : after - before;
  }
}
