package io.github.steelyard.bench.harness.ratio;

/**
 * A ratio that a benchmark reports, and what it should be.
 *
 * @param name in kebab-case: a row of the table, {@code dl4j-vgg16-stock}
 */
public record Target(String name, Ratio ratio, Bound bound) {
  /** A ratio that is only reported, until a bound is set. */
  public static Target of(String name, Ratio ratio) {
    return new Target(name, ratio, Bound.NONE);
  }

  public Target atLeast(double value) {
    return new Target(name, ratio, new Bound(Bound.Kind.AT_LEAST, value));
  }

  public Target atMost(double value) {
    return new Target(name, ratio, new Bound(Bound.Kind.AT_MOST, value));
  }
}
