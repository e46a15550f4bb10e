package io.github.steelyard.datasets.shift.image.filter;

/** Sums of weighted neighbours in loops that are long enough for the processor's vectors. */
final class WeightedSum {
  /** Values, so that a block stays in the processor's cache while all weights pass over it. */
  private static final int BLOCK = 2_048;

  private WeightedSum() {}

  /**
   * Element {@code i} is the sum of {@code weights[tap] * source[offsets[tap] + i]}, added in the
   * order of the taps.
   *
   * @param length of the result
   */
  static float[] of(float[] source, int[] offsets, float[] weights, int length) {
    float[] sums = new float[length];
    for (int first = 0; first < length; first += BLOCK) {
      int end = Math.min(first + BLOCK, length);
      for (int tap = 0; tap < weights.length; tap++) {
        add(source, offsets[tap], weights[tap], sums, first, end);
      }
    }
    return sums;
  }

  private static void add(
      float[] source, int offset, float weight, float[] sums, int first, int end) {
    for (int i = first; i < end; i++) {
      sums[i] += weight * source[offset + i];
    }
  }
}
