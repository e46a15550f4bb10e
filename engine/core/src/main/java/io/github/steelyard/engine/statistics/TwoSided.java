package io.github.steelyard.engine.statistics;

import org.hipparchus.distribution.RealDistribution;

/** P-values of statistics whose distribution is symmetric around 0. */
final class TwoSided {
  private TwoSided() {}

  /** The probability of something at least as far from 0. */
  static double pValue(RealDistribution distribution, double statistic) {
    return Math.min(1, 2 * distribution.cumulativeProbability(-Math.abs(statistic)));
  }
}
