package io.github.steelyard.reports.run.unit;

import io.github.steelyard.engine.metric.BinarySettings;
import java.io.Serializable;

/**
 * What the metrics of a yes-or-no question were computed for.
 *
 * @param positive the class that means yes
 * @param threshold an example is taken for positive where the score of that class is at least this
 * @param beta how many times as important as precision recall is in F-beta
 * @param recall that precision at recall asks for
 * @param precision that recall at precision asks for
 */
public record BinaryDecision(
    String positive, double threshold, double beta, double recall, double precision)
    implements Serializable {
  /** Settings that know a class by its index, with its name. */
  public static BinaryDecision of(String positive, BinarySettings settings) {
    return new BinaryDecision(
        positive, settings.threshold(), settings.beta(), settings.recall(), settings.precision());
  }

  /** In words: {@code positive class yes, threshold 0.5, beta 2.0, ...}. */
  public String text() {
    return "positive class %s, threshold %s, beta %s, at recall %s, at precision %s"
        .formatted(positive, threshold, beta, recall, precision);
  }
}
