package io.github.steelyard.engine.metric.state;

import io.github.steelyard.engine.metric.CountedProportion;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Value;

/** Values that are a share of examples, and the words for a share of none. */
public final class Shares {
  public static final String NO_EXAMPLES = "no scored examples";
  public static final String NO_WEIGHT = "no scored examples with a weight above 0";

  private Shares() {}

  /** Why nothing can be said of examples of this number and weight; their number may be 0. */
  public static String reasonForNone(long examples) {
    return examples == 0 ? NO_EXAMPLES : NO_WEIGHT;
  }

  /**
   * The share of a weight; Wilson's interval without weights, else the grouped jackknife.
   *
   * @param hits number of examples that count as a hit, of {@code examples}
   * @param hitWeight sum of their weights, of {@code weight}
   * @param undefined the reason where {@code weight} is 0
   */
  public static Value share(
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
}
