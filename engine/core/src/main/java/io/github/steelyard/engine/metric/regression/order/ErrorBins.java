package io.github.steelyard.engine.metric.regression.order;

/**
 * Fixed bins of an absolute error, 64 of equal width in each octave, as in Gil Tene's HdrHistogram:
 * a bin is at most 1/64 of its numbers wide. They reach from {@code 2^-126} to {@code 2^130}, which
 * is all that two float32 can differ by; what is smaller falls into the lowest bin, but for 0
 * itself, which has a bin of its own. Bins ascend with the error.
 */
final class ErrorBins {
  private static final int DROPPED_BITS = 52 - 6;
  private static final int OCTAVES = 256;
  static final int COUNT = 1 + (OCTAVES << 6);

  /** Exponent and leading bits of a double ascend with it, as one integer. */
  private static final long FIRST = Double.doubleToRawLongBits(0x1p-126) >>> DROPPED_BITS;

  private ErrorBins() {}

  /** The bin of a finite error, at least 0. */
  static int bin(double error) {
    if (error == 0) {
      return 0;
    }
    long place = (Double.doubleToRawLongBits(error) >>> DROPPED_BITS) - FIRST;
    return 1 + (int) Math.max(0, Math.min(COUNT - 2L, place));
  }

  /** The least error of a bin. */
  static double lower(int bin) {
    return bin <= 1 ? 0 : Double.longBitsToDouble((FIRST + bin - 1) << DROPPED_BITS);
  }

  /** What all errors of a bin are below; 0 for that of 0. */
  static double upper(int bin) {
    return bin == 0 ? 0 : Double.longBitsToDouble((FIRST + bin) << DROPPED_BITS);
  }
}
