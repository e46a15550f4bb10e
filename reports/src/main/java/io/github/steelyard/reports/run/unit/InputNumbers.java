package io.github.steelyard.reports.run.unit;

import java.io.Serializable;

/**
 * What the numbers of some inputs are like, all of them taken together.
 *
 * @param least finite, at most {@code greatest}
 * @param greatest finite
 * @param meanAbsolute mean of their absolute values
 */
public record InputNumbers(double least, double greatest, double meanAbsolute)
    implements Serializable {
  public InputNumbers {
    if (!(least <= greatest && Double.isFinite(greatest - least) && meanAbsolute >= 0)) {
      throw new IllegalArgumentException(
          "Cannot have numbers from %s to %s whose mean absolute value is %s"
              .formatted(least, greatest, meanAbsolute));
    }
  }

  /** How far they reach. */
  public double width() {
    return greatest - least;
  }

  /** The largest absolute value. */
  public double magnitude() {
    return Math.max(Math.abs(least), Math.abs(greatest));
  }
}
