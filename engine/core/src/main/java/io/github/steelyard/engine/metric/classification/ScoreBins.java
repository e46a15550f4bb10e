package io.github.steelyard.engine.metric.classification;

/**
 * Fixed bins of a probability, the narrower the closer it is to 0 or 1, where the scores of a sure
 * model lie: each octave of {@code p} (below 1/2) or {@code 1 - p} is cut into {@code 2^bits} bins
 * of equal width, for 16 octaves a side; what is nearer than {@code 2^-17} to 0 or 1 falls into the
 * outermost bin. Bins ascend with the probability.
 *
 * @param bits from 0 to 10
 */
record ScoreBins(int bits) {
  private static final int OCTAVES = 16;

  /** The exponent of the numbers from 1/4 to 1/2. */
  private static final int FIRST_OCTAVE = -2;

  int count() {
    return (2 * OCTAVES) << bits;
  }

  /** The bin of a probability; below 0 counts as 0, above 1 as 1. */
  int bin(double probability) {
    return probability < 0.5 ? below(probability) : count() - 1 - below(1 - probability);
  }

  /** The bin of a number below 1/2; the last one of that side for 1/2 itself. */
  private int below(double number) {
    if (number >= 0.5) {
      return (OCTAVES << bits) - 1;
    }
    int octave = number > 0 ? FIRST_OCTAVE - Math.getExponent(number) : OCTAVES;
    if (octave >= OCTAVES) {
      return 0;
    }
    long mantissa = Double.doubleToRawLongBits(number) & 0xF_FFFF_FFFF_FFFFL;
    return ((OCTAVES - 1 - octave) << bits) | (int) (mantissa >>> (52 - bits));
  }
}
