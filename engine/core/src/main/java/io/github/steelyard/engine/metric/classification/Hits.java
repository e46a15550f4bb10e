package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.CountedProportion;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Value;

/** Values that are a share of examples. */
final class Hits {
  static final String NO_EXAMPLES = "no scored examples";
  static final String NO_WEIGHT = "no scored examples with a weight above 0";

  private Hits() {}

  /** Why nothing can be said of examples of this number and weight; their number may be 0. */
  static String reasonForNone(long examples) {
    return examples == 0 ? NO_EXAMPLES : NO_WEIGHT;
  }

  /**
   * @param hits number of examples that count as a hit, of {@code examples}
   * @param hitWeight sum of their weights, of {@code weight}
   * @param undefined the reason where {@code weight} is 0
   */
  static Value share(
      String aspect,
      boolean weighted,
      long hits,
      long examples,
      double hitWeight,
      double weight,
      String undefined) {
    if (!(weight > 0)) {
      return Value.undefined(aspect, undefined);
    }
    return Value.of(
        aspect,
        hitWeight / weight,
        weighted
            ? GroupedJackknife.ofEvents(hits, examples - hits)
            : new CountedProportion(hits, examples));
  }

  /** The share of examples that were taken for their class. */
  static Value correct(String aspect, ConfusionState.Margins margins) {
    return share(
        aspect,
        margins.weighted(),
        margins.hits(),
        margins.examples(),
        margins.correct().total(),
        margins.total(),
        reasonForNone(margins.examples()));
  }
}
