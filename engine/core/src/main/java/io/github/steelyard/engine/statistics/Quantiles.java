package io.github.steelyard.engine.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Quantiles of the standard normal distribution. */
final class Quantiles {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private Quantiles() {}

  /** The {@code z} that a standard normal number stays below with this probability. */
  static double normal(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** The {@code z} whose absolute value is exceeded with probability {@code 1 - confidence}. */
  static double twoSided(double confidence) {
    Interval.checkConfidence(confidence);
    return normal(0.5 + confidence / 2);
  }
}
