package io.github.steelyard.engine.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * McNemar's test of whether two models are equally often right on the same examples: of their
 * discordant pairs each falls to either model with probability 1/2. Q. McNemar, "Note on the
 * sampling error of the difference between correlated proportions or percentages" (1947). Examples
 * must be independent and unweighted. All p-values are two-sided; without discordant pairs they are
 * 1.
 */
public final class McNemar {
  private McNemar() {}

  /** {@code (b - c)² / (b + c)}, chi-squared with one degree of freedom; 0 without such pairs. */
  public static double statistic(DiscordantPairs pairs) {
    double distance = pairs.onlyFirst() - pairs.onlySecond();
    return pairs.discordant() == 0 ? 0 : distance * distance / pairs.discordant();
  }

  /** {@code min(1, 2 P(X <= min(b, c)))} for a binomial {@code X}: never too small. */
  public static double exact(DiscordantPairs pairs) {
    return probability(2 * binomial(pairs).cumulativeProbability(fewer(pairs)));
  }

  /**
   * The exact p-value less the probability of what was seen, {@code 2 P(X < m) + P(X = m)}: close
   * to its level where the exact test is much below it. M. W. Fagerland, S. Lydersen and P. Laake,
   * "The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than exact
   * conditional" (2013).
   */
  public static double midP(DiscordantPairs pairs) {
    BinomialDistribution binomial = binomial(pairs);
    int fewer = fewer(pairs);
    return probability(2 * binomial.cumulativeProbability(fewer - 1) + binomial.probability(fewer));
  }

  /** Hipparchus' distribution can be a rounding error below 0. */
  private static double probability(double p) {
    return Math.max(0, Math.min(1, p));
  }

  private static int fewer(DiscordantPairs pairs) {
    return Math.toIntExact(Math.min(pairs.onlyFirst(), pairs.onlySecond()));
  }

  private static BinomialDistribution binomial(DiscordantPairs pairs) {
    if (!(pairs.discordant() <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "Cannot test %d discordant pairs: expected at most %d"
              .formatted(pairs.discordant(), Integer.MAX_VALUE));
    }
    return new BinomialDistribution((int) pairs.discordant(), 0.5);
  }
}
