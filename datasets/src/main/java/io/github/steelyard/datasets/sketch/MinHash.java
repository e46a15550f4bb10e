package io.github.steelyard.datasets.sketch;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Sketches of sets: two of them agree in a place with the probability of the sets' Jaccard
 * similarity, {@code |A and B| / |A or B|} (Broder 1997). The estimate from {@code n} places has
 * the standard error {@code sqrt(j (1 - j) / n)}.
 */
public final class MinHash implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final long SEED = 0x5354_4545_4c59_4152L;

  private final long[] factors;
  private final long[] summands;

  /**
   * @param places how many numbers a sketch has
   */
  public MinHash(int places) {
    SplitMix64 random = new SplitMix64(SEED);
    factors = new long[places];
    summands = new long[places];
    for (int place = 0; place < places; place++) {
      factors[place] = random.nextLong() | 1;
      summands[place] = random.nextLong();
    }
  }

  /**
   * The smallest hash of a token, for each place; {@code Integer.MAX_VALUE} of an empty set.
   *
   * @param tokens hashes of 64 bits, well mixed
   */
  public int[] of(long[] tokens) {
    int[] smallest = empty();
    for (long token : tokens) {
      add(token, smallest);
    }
    return smallest;
  }

  /** The sketch of an empty set. */
  int[] empty() {
    int[] smallest = new int[factors.length];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    return smallest;
  }

  /** Adds a token to the set of which this is the sketch; one that is there changes nothing. */
  void add(long token, int[] smallest) {
    for (int place = 0; place < factors.length; place++) {
      // Multiply-shift (Dietzfelbinger 1996): the high bits are the well mixed ones.
      int hash = (int) ((factors[place] * token + summands[place]) >>> 33);
      smallest[place] = Math.min(smallest[place], hash);
    }
  }
}
