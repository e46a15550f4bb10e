package io.github.steelyard.engine.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a tally keeps the counts of its keys: hashed, or in an array of all keys. */
final class TallySlots {
  private static final int FREE = -1;
  private static final int FEWEST = 4;

  /** An array is far quicker than a hash table, so it may be so many times as large. */
  private static final int MOST_TIMES_THE_MEMORY = 4;

  /** How many keys there can be. */
  private final int bound;

  /** The key of each slot; none at all where every key has the slot of its own number. */
  private int[] keys = {};

  /** Above 0 in the slots that are in use. */
  private long[] counts = {};

  /** By slot; null while all weights are 1. */
  private @Nullable WeightSums weights;

  private int used;
  private boolean array;

  /**
   * @param bound at least 1
   */
  TallySlots(int bound) {
    this.bound = bound;
    moveTo(FEWEST);
  }

  int bound() {
    return bound;
  }

  /** Whether every key has the slot of its own number. */
  boolean array() {
    return array;
  }

  /** Of each slot; above 0 in those that are in use. */
  long[] counts() {
    return counts;
  }

  /** The counts by key, where they are in an array and all that is kept; else null. */
  long @Nullable [] plainCounts() {
    return array && weights == null ? counts : null;
  }

  /** By slot; null while all weights are 1. */
  @Nullable WeightSums weights() {
    return weights;
  }

  /** From now on sums of weights are kept; what was counted so far weighs nothing. */
  WeightSums emptyWeights() {
    WeightSums sums = new WeightSums(counts.length);
    weights = sums;
    return sums;
  }

  /** From now on sums of weights are kept; what was counted so far weighs 1 each. */
  WeightSums weightsOfCounts() {
    WeightSums sums = weights;
    if (sums == null) {
      sums = emptyWeights();
      for (int slot = 0; slot < counts.length; slot++) {
        if (counts[slot] > 0) {
          sums.addCount(slot, counts[slot]);
        }
      }
    }
    return sums;
  }

  int key(int slot) {
    return array ? slot : keys[slot];
  }

  /** The keys that occurred, ascending. */
  int[] keys() {
    int[] occurred = new int[counts.length];
    int size = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        occurred[size++] = key(slot);
      }
    }
    if (!array) {
      Arrays.sort(occurred, 0, size);
    }
    return Arrays.copyOf(occurred, size);
  }

  /** The slot of a key that occurred, else something below 0. */
  int find(int key) {
    if (array) {
      return key >= 0 && key < bound && counts[key] > 0 ? key : FREE;
    }
    int slot = probe(key);
    return keys[slot] == key ? slot : FREE;
  }

  /** Where a key is hashed, or would be. */
  private int probe(int key) {
    int mask = keys.length - 1;
    int hash = key * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The slot of a key, which is in use from now on. */
  int slot(int key) {
    if (!(key >= 0 && key < bound)) {
      throw new IllegalArgumentException(
          "Cannot count the key " + key + ": expected 0 or more, below " + bound);
    }
    if (!array) {
      int slot = probe(key);
      if (keys[slot] == key) {
        return slot;
      }
      if (3 * (used + 1) > 2 * keys.length) {
        moveTo(Math.multiplyExact(2, keys.length));
      }
    }
    if (array) {
      return key;
    }
    int slot = probe(key);
    keys[slot] = key;
    used++;
    return slot;
  }

  /** Makes room for so many keys at once. */
  void reserve(int size) {
    int slots = counts.length;
    while (!array && 3L * size > 2L * slots) {
      slots = Math.multiplyExact(2, slots);
    }
    if (!array && slots > counts.length) {
      moveTo(slots);
    }
  }

  /** Takes as many slots as others have, who know more keys. */
  void moveTo(TallySlots others) {
    moveTo(others.counts.length);
  }

  /** Takes so many slots, or one for each key where that is not far more memory. */
  private void moveTo(int slots) {
    long hashed = (long) slots * (Integer.BYTES + Long.BYTES);
    boolean all = MOST_TIMES_THE_MEMORY * hashed >= (long) bound * Long.BYTES;
    int[] oldKeys = keys;
    long[] oldCounts = counts;
    WeightSums oldWeights = weights;
    array = all;
    keys = new int[all ? 0 : slots];
    Arrays.fill(keys, FREE);
    counts = new long[all ? bound : slots];
    WeightSums newWeights = oldWeights == null ? null : new WeightSums(counts.length);
    weights = newWeights;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = all ? oldKeys[old] : probe(oldKeys[old]);
        if (!all) {
          keys[slot] = oldKeys[old];
        }
        counts[slot] = oldCounts[old];
        if (newWeights != null && oldWeights != null) {
          newWeights.add(slot, oldWeights, old);
        }
      }
    }
  }
}
