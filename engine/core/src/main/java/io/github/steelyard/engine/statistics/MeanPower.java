package io.github.steelyard.engine.statistics;

/**
 * What difference can be shown, from the standard error of the difference itself (a jackknife's,
 * say): {@code (z_level + z_power) error}, for any statistic that is about normal. A difference of
 * two models on the same examples has a paired error, so this holds for paired and unpaired
 * comparisons alike. J. Cohen, "Statistical power analysis for the behavioral sciences" (1988).
 */
public final class MeanPower {
  private MeanPower() {}

  /** The smallest difference that a data set with this standard error shows. */
  public static double detectableDifference(double standardError, Significance significance) {
    if (!(standardError >= 0 && Double.isFinite(standardError))) {
      throw new IllegalArgumentException(
          "Cannot use a standard error of "
              + standardError
              + ": expected a finite one, at least 0");
    }
    return (significance.levelQuantile() + significance.powerQuantile()) * standardError;
  }

  /**
   * How many examples show a difference; errors fall with the root of their number.
   *
   * @param difference not 0
   * @param examples how many gave the standard error, at least 1
   */
  public static double examplesNeeded(
      double difference, double standardError, long examples, Significance significance) {
    ProportionPower.checkDifference(difference);
    double ratio = detectableDifference(standardError, significance) / difference;
    return Math.ceil(examples * ratio * ratio);
  }
}
