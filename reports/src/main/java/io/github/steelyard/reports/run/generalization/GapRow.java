package io.github.steelyard.reports.run.generalization;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.comparison.Verdict;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How much a metric differs between the data a model was trained on, or was chosen by, and data it
 * has not seen.
 *
 * @param metric its id
 * @param aspect which of the metric's values this is, or null for a metric that has only one; an
 *     empty text becomes null
 * @param trainSplit the split that the model was trained on, or chosen by
 * @param trainValue on that split, or null where it is undefined
 * @param testValue on the other split, or null where it is undefined
 * @param gap {@code trainValue - testValue}, or null where one of them is undefined: above 0 for an
 *     over-fitted model's accuracy, below 0 for its loss
 * @param undefinedReason why there is no gap; null where there is one
 * @param interval around the gap, or null where there is none
 * @param noIntervalReason why a gap has no interval; null otherwise
 * @param verdict whether the model is worse or better on the split not seen than on the one it was
 *     trained on, by the interval of this gap alone
 * @param reference what {@code trainSplit} was to the model
 */
public record GapRow(
    String model,
    String dataset,
    String metric,
    @Nullable String aspect,
    String trainSplit,
    String testSplit,
    @Nullable Double trainValue,
    @Nullable Double testValue,
    @Nullable Double gap,
    @Nullable String undefinedReason,
    @Nullable Interval interval,
    @Nullable String noIntervalReason,
    Verdict verdict,
    GapReference reference)
    implements Serializable {
  public GapRow {
    aspect = aspect == null || aspect.isEmpty() ? null : aspect;
    if ((gap == null) == (undefinedReason == null)) {
      throw new IllegalArgumentException(
          "Cannot use the gap " + gap + " of " + metric + ", expected a number or a reason");
    }
    if (gap == null && interval != null) {
      throw new IllegalArgumentException("Cannot have an interval around no gap of " + metric);
    }
    if (interval != null && noIntervalReason != null) {
      throw new IllegalArgumentException(
          "Cannot have an interval of the gap of " + metric + " and a reason why there is none");
    }
  }
}
