package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.statistics.Tally;
import java.util.Arrays;

/**
 * Examples of weight 1 that wait to be counted, each a key in every histogram. The histograms of a
 * hundred groups do not fit the caches of a processor: to count a few examples of a group, and then
 * of the next, waits for memory at nearly each of them, while to count a thousand at once waits at
 * few.
 */
final class PendingKeys {
  /** Of all histograms, about 16 kB. */
  private static final int MOST_KEYS = 8_192;

  private static final int FEWEST_EXAMPLES = 8;

  private final int histograms;
  private char[] keys = {};
  private int size;

  PendingKeys(int histograms) {
    this.histograms = histograms;
  }

  /** Whether the next example has no room: all are to be counted first. */
  boolean full() {
    return size + histograms > MOST_KEYS;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds an example, whose keys stand from a place on. */
  void add(char[] from, int first) {
    if (size + histograms > keys.length) {
      int more = Math.max(2 * keys.length, FEWEST_EXAMPLES * histograms);
      keys = Arrays.copyOf(keys, Math.max(Math.min(more, MOST_KEYS), size + histograms));
    }
    System.arraycopy(from, first, keys, size, histograms);
    size += histograms;
  }

  /**
   * Counts all, histogram after histogram: one of them fits the first level of the cache.
   *
   * @param keysOfEach of one histogram: those of the next follow
   */
  void countIn(Tally tally, int keysOfEach) {
    for (int place = 0; place < histograms; place++) {
      tally.addOnes(place * keysOfEach, keys, place, size, histograms);
    }
    size = 0;
  }
}
