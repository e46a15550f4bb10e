package io.github.steelyard.engine.statistics;

/**
 * The difference {@code a - b} of two estimates from independent examples (a model on training and
 * on test data, say), from the interval of each.
 *
 * <p>The method of variance estimates recovery: {@code lower = d - sqrt((a - la)² + (ub - b)²)},
 * {@code upper = d + sqrt((ua - a)² + (b - lb)²)}. R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions" (1998), method 10; G. Y. Zou and A. Donner (2008) for
 * other statistics. Not for two models on the same examples: those are paired.
 */
public final class IndependentDifference {
  public static final String METHOD = "mover";

  private IndependentDifference() {}

  /** The intervals must be of the same confidence; it is that of the result, too. */
  public static Interval interval(double a, Interval ofA, double b, Interval ofB) {
    if (!(ofA.confidence() == ofB.confidence())) {
      throw new IllegalArgumentException(
          "Cannot join intervals of confidence " + ofA.confidence() + " and " + ofB.confidence());
    }
    double difference = a - b;
    return new Interval(
        difference - Math.hypot(a - ofA.lower(), ofB.upper() - b),
        difference + Math.hypot(ofA.upper() - a, b - ofB.lower()),
        METHOD,
        ofA.confidence());
  }
}
