package io.github.steelyard.engine.statistics;

import java.util.OptionalDouble;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The two-sided p-value of the hypothesis that the true value is 0, from an estimate and its
 * interval: with {@code q} the quantile that the interval was made with and {@code d} the distance
 * from the estimate to its bound on the side of 0, {@code p = 2 (1 - F(q |estimate| / d))}. It is
 * below {@code 1 - confidence} exactly where the interval does not hold 0. D. G. Altman and J. M.
 * Bland, "How to obtain the P value from a confidence interval" (2011); the bound on the side of 0
 * carries the variance near the hypothesis.
 */
public final class IntervalPValue {
  private IntervalPValue() {}

  /** Of an interval from normal quantiles; empty for an interval without width on that side. */
  public static OptionalDouble normal(double estimate, Interval interval) {
    return pValue(estimate, interval, new NormalDistribution());
  }

  /** Of an interval from quantiles of Student's t. */
  public static OptionalDouble student(double estimate, Interval interval, int degreesOfFreedom) {
    return pValue(estimate, interval, new TDistribution(degreesOfFreedom));
  }

  private static OptionalDouble pValue(
      double estimate, Interval interval, RealDistribution distribution) {
    double distance = estimate > 0 ? estimate - interval.lower() : interval.upper() - estimate;
    if (!(distance > 0)) {
      return OptionalDouble.empty();
    }
    double quantile = distribution.inverseCumulativeProbability(0.5 + interval.confidence() / 2);
    double statistic = quantile * Math.abs(estimate) / distance;
    return OptionalDouble.of(TwoSided.pValue(distribution, statistic));
  }
}
