package io.github.steelyard.reports.run;

import java.io.Serializable;

/**
 * A confidence interval.
 *
 * @param method how it was computed: {@code wilson}, {@code jackknife}
 * @param confidence 0.95 for a 95 % interval; above 0, below 1
 */
public record Interval(double lower, double upper, String method, double confidence)
    implements Serializable {
  public Interval {
    if (!(lower <= upper && Double.isFinite(lower) && Double.isFinite(upper))) {
      throw new IllegalArgumentException(
          "Cannot use an interval from " + lower + " to " + upper + ", expected finite bounds");
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Cannot use a confidence of " + confidence + ", expected one between 0 and 1");
    }
  }
}
