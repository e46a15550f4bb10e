package io.github.steelyard.engine.statistics;

import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Tango's score interval for the difference of two proportions of the same examples.
 *
 * <p>With {@code b} and {@code c} discordant pairs of {@code n} it holds the differences {@code d}
 * for which {@code |b - c - n d| <= z sqrt(n (2 q + d (1 - d)))}, where {@code q} is the most
 * likely probability of a pair of the second kind under that difference: the larger root of {@code
 * 2n q² + (-b - c + (2n - b + c) d) q - c d (1 - d)}. T. Tango, "Equivalence test and confidence
 * interval for the difference in proportions for the paired-sample design" (1998). It holds for few
 * and for no discordant pairs, where a jackknife does not; examples must be independent and
 * unweighted.
 *
 * <p>Of the known intervals it strays least from the coverage that is asked for where few pairs are
 * discordant: {@code PAIRED-INTERVALS.md} holds it against those of R. G. Newcombe (1998, method
 * 10), of A. Agresti and Y. Min (2005), and of D. G. Bonett and R. M. Price (2012).
 */
public final class Tango {
  public static final String METHOD = "tango";

  private static final double ACCURACY = 1e-14;
  private static final int EVALUATIONS = 1_000;

  private Tango() {}

  /** The interval of {@link DiscordantPairs#difference}, within {@code [-1, 1]}. */
  public static Interval interval(DiscordantPairs pairs, double confidence) {
    double z = Quantiles.twoSided(confidence);
    // The lower bound for the one model is the upper one for the other.
    return new Interval(-upper(pairs.exchanged(), z), upper(pairs, z), METHOD, confidence);
  }

  /** Where the score, which falls with the difference, comes down to {@code -z}. */
  private static double upper(DiscordantPairs pairs, double z) {
    if (pairs.onlyFirst() == pairs.pairs()) {
      return 1;
    }
    // The estimate is a root of its own where no pair or every pair is discordant: start beyond it,
    // by far less than the distance of the bound.
    double from = pairs.difference() + 1e-3 * z * z / (pairs.pairs() + z * z);
    // Without the divisor, as it is 0 at both ends of the range.
    BrentSolver solver = new BrentSolver(ACCURACY, ACCURACY);
    return solver.solve(EVALUATIONS, d -> distance(pairs, d) + z * deviation(pairs, d), from, 1);
  }

  private static double distance(DiscordantPairs pairs, double difference) {
    return pairs.onlyFirst() - pairs.onlySecond() - pairs.pairs() * difference;
  }

  private static double deviation(DiscordantPairs pairs, double difference) {
    double n = pairs.pairs();
    double spread = difference * (1 - difference);
    double linear =
        -pairs.discordant() + (2 * n - pairs.onlyFirst() + pairs.onlySecond()) * difference;
    double constant = -pairs.onlySecond() * spread;
    double root = Math.sqrt(Math.max(0, linear * linear - 8 * n * constant));
    double q = (root - linear) / (4 * n);
    return Math.sqrt(Math.max(0, n * (2 * q + spread)));
  }
}
