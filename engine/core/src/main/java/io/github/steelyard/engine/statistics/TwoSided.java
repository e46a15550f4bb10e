package io.github.steelyard.engine.statistics;

import org.hipparchus.distribution.RealDistribution;

/** P-values of statistics whose distribution is symmetric around 0. */
final class TwoSided {
  private TwoSided() {}

  /** The probability of something at least as far from 0. */
  static double pValue(RealDistribution distribution, double statistic) {
    double tail = distribution.cumulativeProbability(-Math.abs(statistic));
    // Far out, Hipparchus' distribution of t can be a rounding error below 0.
    return Math.max(0, Math.min(1, 2 * tail));
  }
}
