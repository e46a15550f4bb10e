package io.github.steelyard.engine.metric;

import java.io.Serializable;

/**
 * What the metrics of a yes-or-no question need to know.
 *
 * @param positive the class that means yes
 * @param threshold an example is taken for positive where the score of that class is at least this;
 *     in [0, 1]
 * @param beta how many times as important as precision recall is in F-beta; above 0
 * @param recall that precision at recall asks for; in (0, 1]
 * @param precision that recall at precision asks for; in (0, 1]
 */
public record BinarySettings(
    int positive, double threshold, double beta, double recall, double precision)
    implements Serializable {
  public BinarySettings {
    check(positive >= 0, "positive", positive, "0 or more");
    check(threshold >= 0 && threshold <= 1, "threshold", threshold, "0 to 1");
    check(beta > 0 && Double.isFinite(beta), "beta", beta, "a finite number above 0");
    check(recall > 0 && recall <= 1, "recall", recall, "above 0, up to 1");
    check(precision > 0 && precision <= 1, "precision", precision, "above 0, up to 1");
  }

  private static void check(boolean right, String name, double value, String expected) {
    if (!right) {
      throw new IllegalArgumentException(
          "Cannot use %s for %s: expected %s".formatted(value, name, expected));
    }
  }

  /** A threshold of 1/2, a beta of 2, precision at a recall of 0.9 and the other way round. */
  public static BinarySettings of(int positive) {
    return new BinarySettings(positive, 0.5, 2, 0.9, 0.9);
  }
}
