package io.github.steelyard.engine.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts of examples by key, sparse: only keys that occurred take memory (about 25 bytes). As long
 * as every weight is 1 the counts are all there is; from the first other weight on, exact sums of
 * weights are kept beside them. Both are the same whatever the order of additions and merges.
 */
public final class Tally {
  private static final int FREE = -1;
  private static final int FEWEST_SLOTS = 4;

  private int[] keys = new int[FEWEST_SLOTS];
  private long[] counts = new long[FEWEST_SLOTS];
  private ExactSum @Nullable [] weights;
  private int used;

  public Tally() {
    Arrays.fill(keys, FREE);
  }

  /**
   * Counts one example.
   *
   * @param key at least 0
   * @param weight finite, at least 0
   */
  public void add(int key, double weight) {
    int slot = slot(key);
    if (weight != 1 && weights == null) {
      weights = weightsOfCounts();
    }
    counts[slot]++;
    if (weights != null) {
      weights[slot].add(weight);
    }
  }

  public void merge(Tally other) {
    if (other.weights != null && weights == null) {
      weights = weightsOfCounts();
    }
    for (int theirs = 0; theirs < other.keys.length; theirs++) {
      if (other.keys[theirs] != FREE) {
        int slot = slot(other.keys[theirs]);
        counts[slot] += other.counts[theirs];
        if (weights != null) {
          weights[slot].merge(other.weightAt(theirs));
        }
      }
    }
  }

  private ExactSum weightAt(int slot) {
    return weights != null ? weights[slot] : sumOf(counts[slot]);
  }

  /** True from the first weight on that is not 1. */
  public boolean weighted() {
    return weights != null;
  }

  /** The keys that occurred, ascending. */
  public int[] keys() {
    return Arrays.stream(keys).filter(key -> key != FREE).sorted().toArray();
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
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        double weight = weights != null ? weights[slot].value() : counts[slot];
        visitor.visit(keys[slot], counts[slot], weight);
      }
    }
  }

  /** Number of examples, whatever their weights. */
  public long count(int key) {
    int slot = find(key);
    return keys[slot] == key ? counts[slot] : 0;
  }

  /** Sum of weights, rounded once. */
  public double weight(int key) {
    int slot = find(key);
    return keys[slot] != key ? 0 : weights != null ? weights[slot].value() : counts[slot];
  }

  /** Adds the weights of a key to a sum, without rounding. */
  public void addWeightTo(ExactSum sum, int key) {
    int slot = find(key);
    if (keys[slot] == key) {
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

  private int find(int key) {
    int mask = keys.length - 1;
    int hash = key * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int slot(int key) {
    if (!(key >= 0)) {
      throw new IllegalArgumentException("Cannot count the key " + key + ": expected 0 or more");
    }
    int slot = find(key);
    if (keys[slot] == FREE) {
      if (3 * (used + 1) > 2 * keys.length) {
        grow();
        slot = find(key);
      }
      keys[slot] = key;
      used++;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    long[] oldCounts = counts;
    ExactSum[] oldWeights = weights;
    int slots = Math.multiplyExact(2, oldKeys.length);
    keys = new int[slots];
    Arrays.fill(keys, FREE);
    counts = new long[slots];
    weights = oldWeights == null ? null : noWeights(slots);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != FREE) {
        int slot = find(oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
        if (weights != null && oldWeights != null) {
          weights[slot] = oldWeights[old];
        }
      }
    }
  }

  private static ExactSum[] noWeights(int slots) {
    ExactSum[] sums = new ExactSum[slots];
    Arrays.setAll(sums, slot -> new ExactSum());
    return sums;
  }

  private ExactSum[] weightsOfCounts() {
    ExactSum[] sums = new ExactSum[keys.length];
    Arrays.setAll(sums, slot -> sumOf(counts[slot]));
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
    out.writeBoolean(weighted());
    out.writeInt(used);
    for (int key : keys()) {
      out.writeInt(key);
      out.writeLong(count(key));
      if (weights != null) {
        weights[find(key)].write(out);
      }
    }
  }

  public static Tally read(DataInput in) throws IOException {
    Tally tally = new Tally();
    boolean weighted = in.readBoolean();
    int size = in.readInt();
    if (weighted) {
      tally.weights = noWeights(tally.keys.length);
    }
    for (int i = 0; i < size; i++) {
      int key = in.readInt();
      long count = in.readLong();
      if (!(key >= 0 && count >= 1)) {
        throw new IOException("Cannot read a count of " + count + " for the key " + key);
      }
      int slot = tally.slot(key);
      tally.counts[slot] = count;
      if (weighted) {
        Objects.requireNonNull(tally.weights)[slot] = ExactSum.read(in);
      }
    }
    return tally;
  }
}
