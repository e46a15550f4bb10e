package io.github.steelyard.engine.statistics;

import java.util.OptionalDouble;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * What difference of two accuracies can be shown, and how many examples a difference needs; normal
 * approximations, for independent and unweighted examples.
 *
 * <p>Paired (both models on the same examples, of which a share {@code s} is right by one model
 * alone): {@code n = (z_level sqrt(s) + z_power sqrt(s - d²))² / d²}. R. J. Connor, "Sample size
 * for testing differences in proportions for the paired-sample design" (1987). Unpaired (each model
 * on {@code n} examples of its own): {@code n = (z_level sqrt(2 m (1 - m)) + z_power sqrt(p (1 - p)
 * + q (1 - q)))² / (p - q)²} with {@code m = (p + q) / 2}. J. L. Fleiss, "Statistical methods for
 * rates and proportions" (1981).
 */
public final class ProportionPower {
  private static final double ACCURACY = 1e-13;
  private static final int EVALUATIONS = 1_000;

  private ProportionPower() {}

  /**
   * Examples that show this difference, rounded up.
   *
   * @param difference not 0, at most {@code discordant} in absolute value
   * @param discordant share of examples that one model alone gets right, in (0, 1]
   */
  public static double pairedExamples(
      double difference, double discordant, Significance significance) {
    checkDifference(difference);
    if (!(discordant >= Math.abs(difference) && discordant <= 1)) {
      throw new IllegalArgumentException(
          "Cannot have a difference of %s with a share of %s discordant pairs"
              .formatted(difference, discordant));
    }
    double sum =
        significance.levelQuantile() * Math.sqrt(discordant)
            + significance.powerQuantile() * Math.sqrt(discordant - difference * difference);
    return Math.ceil(square(sum / difference));
  }

  /**
   * The smallest difference that so many examples show; empty where even one model's being right in
   * all discordant pairs would not show.
   *
   * @param examples at least 1
   * @param discordant share of examples that one model alone gets right, in [0, 1]
   */
  public static OptionalDouble pairedDifference(
      long examples, double discordant, Significance significance) {
    checkExamples(examples);
    if (!(discordant >= 0 && discordant <= 1)) {
      throw new IllegalArgumentException(
          "Cannot have a share of " + discordant + " discordant pairs: expected 0 to 1");
    }
    double level = significance.levelQuantile();
    double power = significance.powerQuantile();
    // Connor's formula, solved for the difference.
    double rest = examples + power * power - level * level;
    double difference =
        Math.sqrt(discordant)
            * (level * Math.sqrt((double) examples) + power * Math.sqrt(Math.max(0, rest)))
            / (examples + power * power);
    return rest >= 0 && difference <= discordant && difference > 0
        ? OptionalDouble.of(difference)
        : OptionalDouble.empty();
  }

  /** Examples for each of two models that show that their accuracies differ, rounded up. */
  public static double unpairedExamples(double one, double other, Significance significance) {
    checkProportion(one);
    checkProportion(other);
    checkDifference(one - other);
    return Math.ceil(square(unpairedRoot(one, other, significance) / (one - other)));
  }

  private static double unpairedRoot(double one, double other, Significance significance) {
    double mean = (one + other) / 2;
    return significance.levelQuantile() * Math.sqrt(2 * mean * (1 - mean))
        + significance.powerQuantile() * Math.sqrt(one * (1 - one) + other * (1 - other));
  }

  /**
   * By how much another model must be better for it to show on so many examples for each; empty
   * where even a model without a fault would not.
   *
   * @param examples for each of the two models, at least 1
   * @param accuracy of the worse one, in [0, 1]
   */
  public static OptionalDouble unpairedDifference(
      long examples, double accuracy, Significance significance) {
    checkExamples(examples);
    checkProportion(accuracy);
    double highest = 1 - accuracy;
    double root = Math.sqrt((double) examples);
    if (!(root * highest >= unpairedRoot(accuracy, 1, significance)) || highest == 0) {
      return OptionalDouble.empty();
    }
    BrentSolver solver = new BrentSolver(ACCURACY, ACCURACY);
    return OptionalDouble.of(
        solver.solve(
            EVALUATIONS,
            difference ->
                root * difference - unpairedRoot(accuracy, accuracy + difference, significance),
            0,
            highest));
  }

  static void checkDifference(double difference) {
    if (!(difference != 0 && Double.isFinite(difference))) {
      throw new IllegalArgumentException(
          "Cannot show a difference of " + difference + ": expected a finite one, not 0");
    }
  }

  private static void checkProportion(double proportion) {
    if (!(proportion >= 0 && proportion <= 1)) {
      throw new IllegalArgumentException(
          "Cannot use an accuracy of " + proportion + ": expected 0 to 1");
    }
  }

  private static void checkExamples(long examples) {
    if (!(examples >= 1)) {
      throw new IllegalArgumentException(
          "Cannot use " + examples + " examples: expected at least 1");
    }
  }

  private static double square(double number) {
    return number * number;
  }
}
