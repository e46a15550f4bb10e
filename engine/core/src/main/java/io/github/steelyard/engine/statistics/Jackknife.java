package io.github.steelyard.engine.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The delete-a-group jackknife: an interval for a smooth statistic from its values without each of
 * {@code G} groups of examples.
 *
 * <p>{@code variance = (G-1)/G * sum((theta_g - mean(theta_g))²)}; the interval is {@code theta ± t
 * sqrt(variance)} with Student's t of {@code G-1} degrees of freedom. P. S. Kott, "The
 * delete-a-group jackknife" (2001). It covers badly where a statistic is not smooth (medians,
 * maxima) and where few events decide.
 */
public final class Jackknife {
  public static final String METHOD = "jackknife";

  /** With fewer groups the variance is itself too uncertain. */
  public static final int FEWEST_GROUPS = 20;

  /** With fewer events on either side (hits and misses, say) the estimate is too skewed. */
  public static final int FEWEST_EVENTS = 5;

  private Jackknife() {}

  /**
   * The interval of an estimate, not cut to any range; unknown for too few groups.
   *
   * @param estimate of all groups together
   * @param withoutGroup the same statistic without the first, the second ... non-empty group
   */
  public static Uncertainty interval(double estimate, double[] withoutGroup, double confidence) {
    Interval.checkConfidence(confidence);
    int groups = withoutGroup.length;
    if (groups < FEWEST_GROUPS) {
      return Uncertainty.unknown(
          "too few: "
              + groups
              + " groups with examples, at least "
              + FEWEST_GROUPS
              + " are needed");
    }
    double mean = 0;
    for (double value : withoutGroup) {
      mean += value / groups;
    }
    double squares = 0;
    for (double value : withoutGroup) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares * (groups - 1) / groups);
    double t = new TDistribution(groups - 1).inverseCumulativeProbability(0.5 + confidence / 2);
    return Uncertainty.of(
        new Interval(estimate - t * error, estimate + t * error, METHOD, confidence));
  }
}
