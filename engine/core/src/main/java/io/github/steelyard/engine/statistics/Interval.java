package io.github.steelyard.engine.statistics;

import java.io.Serializable;

/**
 * An interval for an estimate.
 *
 * @param lower at most {@code upper}
 * @param method how it was computed: {@code wilson}, {@code jackknife}, {@code bootstrap}, {@code
 *     mover}
 * @param confidence in (0, 1): how often such an interval is meant to hold the true value
 */
public record Interval(double lower, double upper, String method, double confidence)
    implements Serializable {
  public Interval {
    if (!(lower <= upper && Double.isFinite(lower) && Double.isFinite(upper))) {
      throw new IllegalArgumentException(
          "Cannot make an interval from " + lower + " to " + upper + ": expected finite bounds");
    }
    checkConfidence(confidence);
  }

  static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Cannot use a confidence of " + confidence + ": expected above 0 and below 1");
    }
  }

  /** The same interval without what lies outside {@code [lowest, highest]}. */
  public Interval within(double lowest, double highest) {
    return new Interval(
        Math.min(Math.max(lower, lowest), highest),
        Math.max(Math.min(upper, highest), lowest),
        method,
        confidence);
  }
}
