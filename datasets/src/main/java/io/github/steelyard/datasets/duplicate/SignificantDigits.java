package io.github.steelyard.datasets.duplicate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as coarse as people read them. */
final class SignificantDigits {
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

  private static final int THREE_DIGITS = 1_000;

  private SignificantDigits() {}

  /**
   * Rounded to three significant decimal digits. Zeros become one, and so do all that are no
   * numbers; infinities stay.
   */
  static float three(float value) {
    if (Float.isNaN(value)) {
      return Float.NaN;
    }
    if (value == (int) value && Math.abs(value) < THREE_DIGITS) {
      return (int) value;
    }
    // Exact, so that no machine's logarithm has a say in it.
    return Float.isInfinite(value) ? value : new BigDecimal(value).round(THREE).floatValue();
  }
}
