package io.github.steelyard.bench.harness.ratio;

import java.util.Locale;

/**
 * What a ratio should be.
 *
 * @param value not used where nothing is wanted
 */
public record Bound(Kind kind, double value) {
  /** The side of the value on which a ratio is good. */
  public enum Kind {
    AT_LEAST,
    AT_MOST,
    /** The ratio is reported, nothing is wanted of it. */
    NONE
  }

  public static final Bound NONE = new Bound(Kind.NONE, 0);

  public boolean holds(double ratio) {
    return switch (kind) {
      case AT_LEAST -> ratio >= value;
      case AT_MOST -> ratio <= value;
      case NONE -> true;
    };
  }

  /** {@code >= 6.00}, or {@code -}. */
  public String text() {
    return switch (kind) {
      case AT_LEAST -> String.format(Locale.ROOT, ">= %.2f", value);
      case AT_MOST -> String.format(Locale.ROOT, "<= %.2f", value);
      case NONE -> "-";
    };
  }
}
