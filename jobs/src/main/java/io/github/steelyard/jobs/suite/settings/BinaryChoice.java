package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.problem.DataException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a suite says of the metrics of a yes-or-no question; their ranges are those of {@link
 * BinarySettings}.
 *
 * @param positiveName the class that means yes, or null for the second one of two
 */
public record BinaryChoice(
    @Nullable String positiveName, double threshold, double beta, double recall, double precision) {
  /**
   * The settings for a data set's classes, empty where they are no yes-or-no question.
   *
   * @param choice null where a suite says nothing: then two classes are one, and more are none
   * @param split where the classes are from, for messages
   * @throws DataException where the classes do not have the positive one, or are not two and none
   *     is named
   */
  public static Optional<BinarySettings> of(
      @Nullable BinaryChoice choice, LabelMap labels, String split) {
    if (choice == null) {
      return labels.classes() == 2 ? Optional.of(BinarySettings.of(1)) : Optional.empty();
    }
    String name = choice.positiveName();
    int positive = name == null ? 1 : labels.index(name);
    if (positive < 0) {
      throw new DataException(
          split,
          "has no class '%s', expected the one that binary.positive names among %s"
              .formatted(name, shown(labels)));
    }
    if (name == null && labels.classes() != 2) {
      throw new DataException(
          split,
          "has %d classes, expected two, or a key 'positive' beside the other keys of binary"
              .formatted(labels.classes()));
    }
    return Optional.of(
        new BinarySettings(
            positive, choice.threshold(), choice.beta(), choice.recall(), choice.precision()));
  }

  /** The first of them, as there may be a million. */
  private static String shown(LabelMap labels) {
    int most = 20;
    String names = String.join(", ", labels.names().subList(0, Math.min(most, labels.classes())));
    return labels.classes() > most ? names + ", ..." : names;
  }
}
