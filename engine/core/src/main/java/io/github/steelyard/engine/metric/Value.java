package io.github.steelyard.engine.metric;

import org.jspecify.annotations.Nullable;

/**
 * One value of a metric: a number, or the reason why it is undefined.
 *
 * @param aspect which of the metric's values: empty where there is but one, else {@code macro},
 *     {@code class=3}, {@code k=5}
 * @param number finite; null where undefined
 * @param undefined the reason; null where defined
 * @param method how its interval is made
 */
public record Value(
    String aspect, @Nullable Double number, @Nullable String undefined, IntervalMethod method) {
  /**
   * The aspect that says how far a metric's other values may lie from those without binning: a
   * property of the data at hand, whose difference between two splits means nothing.
   */
  public static final String ERROR_BOUND = "error-bound";

  /** What the aspects of values of one class begin with: {@code class=3}. */
  public static final String OF_A_CLASS = "class=";

  public Value {
    if ((number == null) == (undefined == null)) {
      throw new IllegalArgumentException("Cannot have both or neither of number and reason");
    }
    if (number != null && !Double.isFinite(number)) {
      throw new IllegalArgumentException("Cannot take " + number + " for a value of " + aspect);
    }
  }

  public static Value of(String aspect, double number, IntervalMethod method) {
    return new Value(aspect, number, null, method);
  }

  public static Value undefined(String aspect, String reason) {
    return new Value(aspect, null, reason, new NoInterval("the value is undefined"));
  }
}
