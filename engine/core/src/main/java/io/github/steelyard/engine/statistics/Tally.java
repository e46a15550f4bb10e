package io.github.steelyard.engine.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Counts of examples by key. Few keys are hashed and take about 25 bytes each; once an array of all
 * keys is not far larger than that, it is one. As long as every weight is 1 the counts are all
 * there is; from the first other weight on, exact sums of weights are kept beside them. Both are
 * the same whatever the order of additions and merges.
 */
public final class Tally {
  private static final int CELL_BYTES = Integer.BYTES + Long.BYTES;
  private static final int FREE = -1;
  private static final int FEWEST_SLOTS = 4;

  /** An array is far quicker than a hash table, so it may be so many times as large. */
  private static final int MOST_TIMES_THE_MEMORY = 4;

  /** How many keys there can be. */
  private final int bound;

  /** The key of each slot; none at all where every key has the slot of its own number. */
  private int[] keys = {};

  /** Above 0 in the slots that are in use. */
  private long[] counts = {};

  /** Null in the slots that are free. */
  private @Nullable ExactSum @Nullable [] weights;

  private int used;
  private boolean array;

  /** For any keys. */
  public Tally() {
    this(Integer.MAX_VALUE);
  }

  /**
   * For the keys below a bound.
   *
   * @param bound at least 1
   */
  public Tally(int bound) {
    this.bound = bound;
    moveTo(FEWEST_SLOTS);
  }

  /**
   * Counts one example.
   *
   * @param key at least 0, below the bound
   * @param weight finite, at least 0
   */
  public void add(int key, double weight) {
    if (array && weight == 1 && weights == null && key >= 0 && key < bound) {
      counts[key]++;
    } else {
      addToSlot(slot(key), weight);
    }
  }

  /** Counts one example for each key, with the weight in the same place. */
  public void addAll(int[] keys, double[] weights) {
    boolean plain = array && this.weights == null;
    for (double weight : weights) {
      plain &= weight == 1;
    }
    if (plain) {
      for (int key : keys) {
        counts[key]++;
      }
    } else {
      for (int i = 0; i < keys.length; i++) {
        add(keys[i], weights[i]);
      }
    }
  }

  private void addToSlot(int slot, double weight) {
    if (weight != 1 && weights == null) {
      weights = weightsOfCounts();
    }
    counts[slot]++;
    if (weights != null) {
      sum(weights, slot).add(weight);
    }
  }

  private static ExactSum sum(@Nullable ExactSum[] sums, int slot) {
    ExactSum sum = sums[slot];
    if (sum == null) {
      sum = new ExactSum();
      sums[slot] = sum;
    }
    return sum;
  }

  public void merge(Tally other) {
    if (other.weights != null && weights == null) {
      weights = weightsOfCounts();
    }
    if (other.array && !array) {
      moveTo(other.counts.length);
    }
    if (array && other.array && weights == null) {
      for (int key = 0; key < counts.length; key++) {
        counts[key] += other.counts[key];
      }
      return;
    }
    merge(other, IntUnaryOperator.identity());
  }

  /** Counts what another one has, each under the key that its own is mapped to. */
  public void merge(Tally other, IntUnaryOperator mapping) {
    if (other.weights != null && weights == null) {
      weights = weightsOfCounts();
    }
    for (int theirs = 0; theirs < other.counts.length; theirs++) {
      if (other.counts[theirs] > 0) {
        int slot = slot(mapping.applyAsInt(other.key(theirs)));
        counts[slot] += other.counts[theirs];
        if (weights != null) {
          sum(weights, slot).merge(other.weightAt(theirs));
        }
      }
    }
  }

  private int key(int slot) {
    return array ? slot : keys[slot];
  }

  private ExactSum weightAt(int slot) {
    return weights != null ? sum(weights, slot) : sumOf(counts[slot]);
  }

  /** True from the first weight on that is not 1. */
  public boolean weighted() {
    return weights != null;
  }

  /** The keys that occurred, ascending. */
  public int[] keys() {
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

  /** What is counted under one key. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes one key.
     *
     * @param weight sum of the weights, rounded once
     */
    void visit(int key, long count, double weight);
  }

  /** Every key that occurred, in no order: what depends on one needs {@link #keys}. */
  public void forEach(Visitor visitor) {
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        visitor.visit(key(slot), counts[slot], valueAt(slot));
      }
    }
  }

  /** Number of examples, whatever their weights. */
  public long count(int key) {
    int slot = find(key);
    return slot < 0 ? 0 : counts[slot];
  }

  /** Sum of weights, rounded once. */
  public double weight(int key) {
    int slot = find(key);
    return slot < 0 ? 0 : valueAt(slot);
  }

  private double valueAt(int slot) {
    return weights != null ? sum(weights, slot).value() : counts[slot];
  }

  /** Adds the weights of a key to a sum, without rounding. */
  public void addWeightTo(ExactSum sum, int key) {
    int slot = find(key);
    if (slot >= 0) {
      sum.merge(weightAt(slot));
    }
  }

  public long totalCount() {
    return Arrays.stream(counts).sum();
  }

  /** Sum of all weights, rounded once. */
  public double totalWeight() {
    if (weights == null) {
      return totalCount();
    }
    ExactSum total = new ExactSum();
    for (int key : keys()) {
      addWeightTo(total, key);
    }
    return total.value();
  }

  /** The slot of a key that occurred, else something below 0. */
  private int find(int key) {
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

  private int slot(int key) {
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
        grow();
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

  private void grow() {
    moveTo(Math.multiplyExact(2, keys.length));
  }

  /** Takes so many slots, or one for each key where that is not far more memory. */
  private void moveTo(int slots) {
    long hashed = (long) slots * (Integer.BYTES + Long.BYTES);
    boolean all = MOST_TIMES_THE_MEMORY * hashed >= (long) bound * Long.BYTES;
    int[] oldKeys = keys;
    long[] oldCounts = counts;
    @Nullable ExactSum[] oldWeights = weights;
    array = all;
    keys = new int[all ? 0 : slots];
    Arrays.fill(keys, FREE);
    counts = new long[all ? bound : slots];
    weights = oldWeights == null ? null : new ExactSum[counts.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = all ? oldKeys[old] : probe(oldKeys[old]);
        if (!all) {
          keys[slot] = oldKeys[old];
        }
        counts[slot] = oldCounts[old];
        if (weights != null && oldWeights != null) {
          weights[slot] = oldWeights[old];
        }
      }
    }
  }

  /** Makes room for so many keys at once. */
  private void reserve(int size) {
    int slots = counts.length;
    while (!array && 3L * size > 2L * slots) {
      slots = Math.multiplyExact(2, slots);
    }
    if (!array && slots > counts.length) {
      moveTo(slots);
    }
  }

  private @Nullable ExactSum[] weightsOfCounts() {
    @Nullable ExactSum[] sums = new ExactSum[counts.length];
    for (int slot = 0; slot < sums.length; slot++) {
      sums[slot] = counts[slot] > 0 ? sumOf(counts[slot]) : null;
    }
    return sums;
  }

  private static ExactSum sumOf(long count) {
    ExactSum sum = new ExactSum();
    // Two parts, as a double holds 53 bits and a long 63.
    sum.add((double) (count >>> 32) * 0x1p32);
    sum.add((double) (count & 0xFFFF_FFFFL));
    return sum;
  }

  public void write(DataOutput out) throws IOException {
    int[] occurred = keys();
    out.writeBoolean(weighted());
    out.writeInt(occurred.length);
    // At once: streams of bytes in memory take a lock for each call.
    ByteBuffer cells = ByteBuffer.allocate(Math.multiplyExact(CELL_BYTES, occurred.length));
    for (int key : occurred) {
      cells.putInt(key).putLong(counts[find(key)]);
    }
    out.write(cells.array());
    if (weights != null) {
      for (int key : occurred) {
        sum(weights, find(key)).write(out);
      }
    }
  }

  /** Reads a tally of any keys. */
  public static Tally read(DataInput in) throws IOException {
    return read(in, Integer.MAX_VALUE);
  }

  /**
   * Reads a tally.
   *
   * @throws IOException where a key is not below the bound
   */
  public static Tally read(DataInput in, int bound) throws IOException {
    Tally tally = new Tally(bound);
    boolean weighted = in.readBoolean();
    int size = in.readInt();
    if (!(size >= 0 && size <= Math.min(bound, Integer.MAX_VALUE / CELL_BYTES))) {
      throw new IOException("Cannot read the counts of %d keys of %d".formatted(size, bound));
    }
    int[] occurred = new int[size];
    byte[] cells = new byte[CELL_BYTES * size];
    in.readFully(cells);
    tally.reserve(size);
    ByteBuffer from = ByteBuffer.wrap(cells);
    for (int i = 0; i < size; i++) {
      int key = from.getInt();
      long count = from.getLong();
      if (!(key >= 0 && key < bound && count >= 1)) {
        throw new IOException(
            "Cannot read a count of %d for the key %d of %d".formatted(count, key, bound));
      }
      occurred[i] = key;
      tally.counts[tally.slot(key)] = count;
    }
    if (weighted) {
      @Nullable ExactSum[] sums = new ExactSum[tally.counts.length];
      for (int key : occurred) {
        sums[tally.slot(key)] = ExactSum.read(in);
      }
      tally.weights = sums;
    }
    return tally;
  }
}
