package io.github.steelyard.engine.statistics;

import java.util.Arrays;
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
      return tooFew(groups);
    }
    double reach = reach(withoutGroup, groups - 1.0, confidence);
    return Uncertainty.of(new Interval(estimate - reach, estimate + reach, METHOD, confidence));
  }

  /** How far an interval reaches on either side. */
  public static double reach(double[] withoutGroup, double degreesOfFreedom, double confidence) {
    return quantile(degreesOfFreedom, confidence) * standardError(withoutGroup);
  }

  /**
   * How many degrees of freedom the variance has whose groups weigh or spread unequally: at most
   * {@code G - 1}, fewer where few groups make most of it. {@code 2 / degrees = k / G - (G - 3) /
   * (G (G - 1))} of the groups' kurtosis {@code k} makes a chi-square's variance that of the
   * sample's (G. E. P. Box, "Non-normality and tests on variances", 1953); {@code k = 3} is {@code
   * G - 1}.
   *
   * @param withoutGroup at least two
   */
  public static double degreesOfFreedom(double[] withoutGroup) {
    int groups = withoutGroup.length;
    double mean = Arrays.stream(withoutGroup).average().orElseThrow();
    double largest = Arrays.stream(withoutGroup).map(x -> Math.abs(x - mean)).max().orElseThrow();
    if (!(largest > 0)) {
      return groups - 1;
    }
    double squares = 0;
    double fourths = 0;
    for (double value : withoutGroup) {
      // Scaled, so that fourth powers of small deviations do not vanish.
      double square = Math.pow((value - mean) / largest, 2);
      squares += square;
      fourths += square * square;
    }
    double kurtosis = groups * fourths / (squares * squares);
    double expected = (groups - 3.0) / (groups * (groups - 1.0));
    return Math.min(groups - 1, 2 / (kurtosis / groups - expected));
  }

  /**
   * The interval of the difference {@code one - other} of two estimates from the same groups of the
   * same examples: the jackknife of the difference itself, so what both have in common cancels out.
   *
   * @param withoutGroupOfOne without each group in turn, in the order of {@code
   *     withoutGroupOfOther}
   */
  public static Uncertainty ofDifference(
      double one,
      double[] withoutGroupOfOne,
      double other,
      double[] withoutGroupOfOther,
      double confidence) {
    if (withoutGroupOfOne.length != withoutGroupOfOther.length) {
      throw new IllegalArgumentException(
          "Cannot pair %d groups with %d"
              .formatted(withoutGroupOfOne.length, withoutGroupOfOther.length));
    }
    double[] differences = new double[withoutGroupOfOne.length];
    Arrays.setAll(differences, group -> withoutGroupOfOne[group] - withoutGroupOfOther[group]);
    return interval(one - other, differences, confidence);
  }

  static Uncertainty tooFew(int groups) {
    return Uncertainty.unknown(
        "too few: " + groups + " groups with examples, at least " + FEWEST_GROUPS + " are needed");
  }

  /** Why there is no interval where fewer than {@link #FEWEST_EVENTS} decide. */
  public static Uncertainty tooFewEvents(long events) {
    return Uncertainty.unknown(
        "too few: " + events + " events on one side, at least " + FEWEST_EVENTS + " are needed");
  }

  /** Student's t. */
  static double quantile(double degreesOfFreedom, double confidence) {
    return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.5 + confidence / 2);
  }

  /** The root of the variance; at least two groups. */
  public static double standardError(double[] withoutGroup) {
    int groups = withoutGroup.length;
    double mean = 0;
    for (double value : withoutGroup) {
      mean += value / groups;
    }
    double squares = 0;
    for (double value : withoutGroup) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares * (groups - 1) / groups);
  }
}
