package io.github.steelyard.reports.run.generalization;

import io.github.steelyard.engine.statistics.Interval;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How well a score of one model tells a split from data that are foreign to it.
 *
 * @param foreign the foreign split, and what it is foreign to
 * @param score {@code confidence}, {@code max-logit} or {@code energy}
 * @param measure {@code auroc} or {@code fpr-at-95}
 * @param value null where it is undefined
 * @param undefinedReason why there is no value; null where there is one
 * @param interval around the value, or null where there is none
 * @param noIntervalReason why a value has no interval; null otherwise
 * @param errorBound by how much binned scores can have moved the value; null where there is none
 * @param examples of the origin that have scores
 * @param foreignExamples that have scores
 */
public record OutOfDistributionRow(
    String model,
    Relative foreign,
    String score,
    String measure,
    @Nullable Double value,
    @Nullable String undefinedReason,
    @Nullable Interval interval,
    @Nullable String noIntervalReason,
    @Nullable Double errorBound,
    long examples,
    long foreignExamples)
    implements Serializable {
  public OutOfDistributionRow {
    if ((value == null) == (undefinedReason == null)) {
      throw new IllegalArgumentException(
          "Cannot use the value "
              + value
              + " of "
              + measure
              + " of "
              + score
              + ", expected a number or a reason");
    }
  }
}
