package io.github.steelyard.engine.outofdistribution;

/**
 * Fixed bins of any numbers: 1,024 of equal width between two powers of 2, for each sign, so that a
 * bin is at most a thousandth of its numbers wide.
 */
final class FloatBins {
  private static final int MANTISSA_BITS = 10;
  private static final int DROPPED = 23 - MANTISSA_BITS;

  /** How many bins there are: sign, exponent and leading bits of a float32. */
  static final int COUNT = 1 << (1 + 8 + MANTISSA_BITS);

  private FloatBins() {}

  /**
   * The bin, ascending with the number; infinite ones have their own.
   *
   * @param number rounded to float32 first, and to a multiple of 2^-40: logits are float32, and
   *     what was computed from them differs in the last digits of a double from what it was, which
   *     would tear equal ones apart
   */
  static int bin(double number) {
    // No negative zero, which would come before 0.
    int bits = Float.floatToIntBits((float) (Math.rint(number * 0x1p40) * 0x1p-40) + 0f);
    int ascending = bits >= 0 ? bits ^ Integer.MIN_VALUE : ~bits;
    return ascending >>> DROPPED;
  }
}
