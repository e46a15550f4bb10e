package io.github.steelyard.engine.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Beta;

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
    return Math.min(1, 2 * atMost(fewer(pairs), binomial(pairs)));
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
    double p = 2 * atMost(fewer, binomial) - binomial.probability(fewer);
    return Math.min(1, p);
  }

  /**
   * {@code P(X <= m)} for at most half of the pairs, as an incomplete beta function of its own:
   * Hipparchus takes 1 less the other side's, which leaves nothing of what is below 1e-16.
   */
  private static double atMost(int fewer, BinomialDistribution binomial) {
    int trials = binomial.getNumberOfTrials();
    return trials == 0 ? 1 : Beta.regularizedBeta(0.5, trials - fewer, fewer + 1.0);
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
