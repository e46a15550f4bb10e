package io.github.steelyard.engine.statistics;

/**
 * Wilson's score interval for a proportion of independent, unweighted trials.
 *
 * <p>With {@code p = successes / n} and {@code z} the normal quantile: {@code (p + z²/2n ± z
 * sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)}. E. B. Wilson, "Probable inference, the law of succession,
 * and statistical inference" (1927). It holds for few trials and for none or all successes, so no
 * least number of events is asked for.
 */
public final class Wilson {
  public static final String METHOD = "wilson";

  private Wilson() {}

  /**
   * The interval of {@code successes / trials}.
   *
   * @param successes from 0 to {@code trials}
   * @param trials at least 1
   */
  public static Interval interval(long successes, long trials, double confidence) {
    if (!(trials >= 1 && successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "Cannot take an interval of " + successes + " successes in " + trials + " trials");
    }
    double z = Quantiles.twoSided(confidence);
    double n = trials;
    double p = successes / n;
    double shrink = 1 + z * z / n;
    double centre = (p + z * z / (2 * n)) / shrink;
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / shrink;
    // The formula gives exactly 0 and 1 there, but for rounding.
    double lower = successes == 0 ? 0 : Math.max(0, centre - half);
    double upper = successes == trials ? 1 : Math.min(1, centre + half);
    return new Interval(lower, upper, METHOD, confidence);
  }
}
