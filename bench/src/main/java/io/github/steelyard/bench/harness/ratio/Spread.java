package io.github.steelyard.bench.harness.ratio;

import org.hipparchus.stat.descriptive.rank.Median;

/** The middle and the ends of the values of all rounds. */
public record Spread(double median, double least, double most) {
  /** Of at least one value, each a number. */
  public static Spread of(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("Cannot use a ratio of " + value);
      }
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("Cannot tell the spread of no values");
    }
    return new Spread(new Median().evaluate(values), least, most);
  }
}
