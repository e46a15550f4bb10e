package io.github.steelyard.engine.statistics;

import java.io.Serializable;

/**
 * Two models' hits on the same examples: all that a comparison of their accuracies depends on.
 *
 * @param onlyFirst examples that the first model alone gets right
 * @param onlySecond examples that the second model alone gets right
 * @param pairs all examples, those on which both agree among them; at least 1
 */
public record DiscordantPairs(long onlyFirst, long onlySecond, long pairs) implements Serializable {
  public DiscordantPairs {
    // Subtracted rather than added, as a sum may overflow.
    if (!(onlyFirst >= 0 && onlySecond >= 0 && pairs >= 1 && onlySecond <= pairs - onlyFirst)) {
      throw new IllegalArgumentException(
          "Cannot compare %d hits of the first alone and %d of the second alone in %d pairs"
              .formatted(onlyFirst, onlySecond, pairs));
    }
  }

  /** Examples that one model alone gets right. */
  public long discordant() {
    return onlyFirst + onlySecond;
  }

  /** Accuracy of the first model less that of the second. */
  public double difference() {
    return (onlyFirst - onlySecond) / (double) pairs;
  }

  /** The same, with the second model for the first. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // Exchanged on purpose.
  public DiscordantPairs exchanged() {
    return new DiscordantPairs(onlySecond, onlyFirst, pairs);
  }
}
