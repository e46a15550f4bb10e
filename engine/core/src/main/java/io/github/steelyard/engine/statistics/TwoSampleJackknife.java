package io.github.steelyard.engine.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The delete-a-group jackknife of a smooth statistic of two independent samples, each with groups
 * of its own: variances add up, {@code v = v1 + v2} with {@code v_s = (G_s-1)/G_s * sum((theta_sg -
 * mean(theta_s))²)}, as in {@link Jackknife}. J. N. Arvesen, "Jackknifing U-statistics" (1969).
 * Student's t has the degrees of freedom of F. E. Satterthwaite (1946), {@code v² / (v1²/(G1-1) +
 * v2²/(G2-1))}.
 */
public final class TwoSampleJackknife {
  private TwoSampleJackknife() {}

  /**
   * The interval of an estimate, not cut to any range; unknown for too few groups on one side,
   * where nothing varies, or where the statistic is not finite without one of the groups.
   *
   * @param estimate of both samples
   * @param groupsOfOne how many non-empty groups the first sample has
   * @param withoutOfOne the same statistic without one of those groups, the second sample whole;
   *     asked only where there are enough groups
   * @param groupsOfOther the other way round
   */
  public static Uncertainty interval(
      double estimate,
      int groupsOfOne,
      IntToDoubleFunction withoutOfOne,
      int groupsOfOther,
      IntToDoubleFunction withoutOfOther,
      double confidence) {
    Interval.checkConfidence(confidence);
    int fewest = Math.min(groupsOfOne, groupsOfOther);
    if (fewest < Jackknife.FEWEST_GROUPS) {
      return Jackknife.tooFew(fewest);
    }
    double[] ones = IntStream.range(0, groupsOfOne).mapToDouble(withoutOfOne).toArray();
    double[] others = IntStream.range(0, groupsOfOther).mapToDouble(withoutOfOther).toArray();
    if (!DoubleStream.concat(Arrays.stream(ones), Arrays.stream(others))
        .allMatch(Double::isFinite)) {
      return Uncertainty.unknown("undefined without one of the groups");
    }
    if (constant(ones) && constant(others)) {
      return Uncertainty.unknown("too few: it is the same whichever group is left out");
    }
    return Uncertainty.of(interval(estimate, ones, others, confidence));
  }

  private static Interval interval(
      double estimate, double[] ones, double[] others, double confidence) {
    double one = variance(ones);
    double other = variance(others);
    double variance = one + other;
    double freedom =
        variance * variance / (one * one / (ones.length - 1) + other * other / (others.length - 1));
    double t = new TDistribution(freedom).inverseCumulativeProbability(0.5 + confidence / 2);
    double half = t * Math.sqrt(variance);
    return new Interval(estimate - half, estimate + half, Jackknife.METHOD, confidence);
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  private static double variance(double[] withoutGroup) {
    double error = Jackknife.standardError(withoutGroup);
    return error * error;
  }
}
