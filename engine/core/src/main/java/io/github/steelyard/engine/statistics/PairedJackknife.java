package io.github.steelyard.engine.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The delete-a-group jackknife of the difference of two estimates from the same groups of the same
 * examples: what both have in common cancels out. Student's t has one degree of freedom fewer than
 * there are groups, as in {@link Jackknife}.
 */
public final class PairedJackknife {
  /** Errors below this share of the difference are those of rounding. */
  private static final double ROUNDING = 1e-12;

  private final double difference;
  private final double[] withoutGroup;

  /**
   * @param difference of all groups together
   * @param withoutGroup the difference without the first, the second ... non-empty group
   */
  public PairedJackknife(double difference, double[] withoutGroup) {
    this.difference = difference;
    this.withoutGroup = withoutGroup.clone();
  }

  /** The root of the jackknife's variance of the difference. */
  public double standardError() {
    return withoutGroup.length < 2 ? 0 : Jackknife.standardError(withoutGroup);
  }

  /** True where the difference is 0, and stays 0 whichever group is left out. */
  public boolean nowhere() {
    return difference == 0 && Arrays.stream(withoutGroup).allMatch(value -> value == 0);
  }

  /**
   * How many groups carry the difference: {@code (sum p²)² / sum p⁴} of the groups' pseudo-values
   * {@code p = G d - (G - 1) d_g}. It is the number of groups that differ where those differ alike,
   * and about a third of all groups where pseudo-values are normal around 0. With few of them the
   * interval is too uncertain: two models that answer differently on a handful of examples differ
   * in a handful of groups.
   */
  public double effectiveGroups() {
    double squares = 0;
    double fourths = 0;
    int groups = withoutGroup.length;
    double largest =
        Arrays.stream(withoutGroup).map(value -> Math.abs(pseudo(value))).max().orElse(0);
    if (!(largest > 0)) {
      return 0;
    }
    for (int group = 0; group < groups; group++) {
      // Scaled, so that fourth powers of small differences do not vanish.
      double square = Math.pow(pseudo(withoutGroup[group]) / largest, 2);
      squares += square;
      fourths += square * square;
    }
    return squares * squares / fourths;
  }

  private double pseudo(double without) {
    int groups = withoutGroup.length;
    return groups * difference - (groups - 1) * without;
  }

  /**
   * The two-sided probability of a difference at least as far from 0 where the models do not
   * differ; 1 where they differ {@link #nowhere}, empty where there are too few groups, or no
   * spread among them to judge by.
   */
  public OptionalDouble pValue() {
    if (nowhere()) {
      return OptionalDouble.of(1);
    }
    double error = standardError();
    int groups = withoutGroup.length;
    if (groups < Jackknife.FEWEST_GROUPS || !(error > ROUNDING * Math.abs(difference))) {
      return OptionalDouble.empty();
    }
    double t = Math.abs(difference) / error;
    return OptionalDouble.of(TwoSided.pValue(new TDistribution(groups - 1), t));
  }
}
