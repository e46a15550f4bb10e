package io.github.steelyard.engine.metric.ranking;

/**
 * Fixed bins of a probability, the narrower the closer it is to 0 or 1, where the scores of a sure
 * model lie: each octave of {@code p} (below 1/2) or {@code 1 - p} is cut into {@code 2^bits} bins
 * of equal width, for 16 octaves a side; what is nearer than {@code 2^-17} to 0 or 1 falls into the
 * outermost bin. Bins ascend with the probability.
 *
 * @param bits from 0 to 10
 */
public record ScoreBins(int bits) {
  private static final int OCTAVES = 16;
  private static final int MOST_BITS = 7;

  /** Of all histograms of a state. */
  private static final int MOST_BINS = 8_192;

  /** The exponent of the numbers from {@code 2^-17} on, as a double stores it. */
  private static final int LOWEST = 1023 - 1 - OCTAVES;

  /** The same, as a float stores it. */
  private static final int LOWEST_OF_FLOATS = 127 - 1 - OCTAVES;

  /**
   * The finest bins of which so many histograms have no more than 8,192 together: 128 an octave for
   * one or two, 8 for 32.
   */
  public static ScoreBins of(int histograms) {
    int bits = MOST_BITS;
    while (new ScoreBins(bits).count() * Math.max(1, histograms) > MOST_BINS) {
      bits--;
    }
    return new ScoreBins(bits);
  }

  public int count() {
    return (2 * OCTAVES) << bits;
  }

  /** The bin of a probability; below 0 counts as 0, above 1 as 1. */
  public int bin(double probability) {
    int below = below(Math.min(probability, 1 - probability));
    return probability < 0.5 ? below : count() - 1 - below;
  }

  /**
   * The same bin as that of the probability as a double, in half the time: {@code 1 - p} is exact
   * in floats from 1/2 on.
   */
  public int bin(float probability) {
    int leading = Float.floatToRawIntBits(Math.min(probability, 1 - probability)) >> (23 - bits);
    int below = Math.min((OCTAVES << bits) - 1, Math.max(0, leading - (LOWEST_OF_FLOATS << bits)));
    return probability < 0.5f ? below : count() - 1 - below;
  }

  /** The bin of a number below 1/2; the last one of that side for 1/2 itself. */
  private int below(double number) {
    // Exponent and leading bits of a double ascend with it, as one integer; so negative ones do.
    long leading = Double.doubleToRawLongBits(number) >> (52 - bits);
    return (int) Math.min((OCTAVES << bits) - 1L, Math.max(0, leading - ((long) LOWEST << bits)));
  }
}
