package io.github.steelyard.engine.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The bootstrap over groups of examples: groups are drawn with replacement, as many as there are,
 * and the interval lies between percentiles of the statistic of those draws. B. Efron, "Bootstrap
 * methods: another look at the jackknife" (1979); C. A. Field and A. H. Welsh, "Bootstrapping
 * clustered data" (2007). It asks for no smoothness, but the statistic must not be biased.
 *
 * <p>Draws depend on the seed and the number of groups alone: two models over the same groups are
 * drawn alike, so that the differences of their replicates are paired ones.
 *
 * @param resamples at least 200 for an interval of 95 %
 */
public record GroupBootstrap(int resamples, long seed) {
  public static final String METHOD = "bootstrap";

  /** A share of 2.5 % must lie beyond several replicates. */
  private static final double FEWEST_BEYOND = 5;

  /**
   * How often each group stands in a draw: {@code [resamples][groups]}; each row sums to groups.
   */
  public int[][] draws(int groups) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] draws = new int[resamples][groups];
    for (int[] draw : draws) {
      for (int i = 0; i < groups; i++) {
        draw[random.nextInt(groups)]++;
      }
    }
    return draws;
  }

  /**
   * The percentile interval; unknown for too few groups.
   *
   * @param groups number of groups with examples
   * @param replicates the statistic of each draw, all finite; stays as it is
   * @throws IllegalArgumentException for too few replicates for this confidence
   */
  public Uncertainty interval(int groups, double[] replicates, double confidence) {
    Interval.checkConfidence(confidence);
    double beyond = (1 - confidence) / 2;
    if (!(replicates.length * beyond >= FEWEST_BEYOND * (1 - 1e-9))) {
      throw new IllegalArgumentException(
          "Cannot take an interval of confidence %s from %d resamples: expected at least %d"
              .formatted(confidence, replicates.length, (long) Math.ceil(FEWEST_BEYOND / beyond)));
    }
    if (groups < Jackknife.FEWEST_GROUPS) {
      return Jackknife.tooFew(groups);
    }
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    return Uncertainty.of(
        new Interval(quantile(sorted, beyond), quantile(sorted, 1 - beyond), METHOD, confidence));
  }

  /** Linear between neighbours: type 7 of Hyndman and Fan (1996), numpy's default. */
  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
