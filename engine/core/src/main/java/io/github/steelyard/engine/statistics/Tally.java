package io.github.steelyard.engine.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Counts of examples by key. Few keys are hashed and take about 25 bytes each; once an array of all
 * keys is not far larger than that, it is one. As long as every weight is 1 the counts are all
 * there is; from the first other weight on, exact sums of weights are kept beside them, for 16 more
 * bytes. Both are the same whatever the order of additions and merges.
 */
public final class Tally {
  private final TallySlots slots;

  /**
   * The counts by key, where to count an example of weight 1 is to count up the number in the place
   * of its key; else null.
   */
  private long @Nullable [] plain;

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
    this(new TallySlots(bound));
  }

  private Tally(TallySlots slots) {
    this.slots = slots;
    this.plain = slots.plainCounts();
  }

  /**
   * Counts one example.
   *
   * @param key at least 0, below the bound
   * @param weight finite, at least 0
   */
  public void add(int key, double weight) {
    long[] counts = plain;
    if (counts != null && weight == 1 && key >= 0 && key < counts.length) {
      counts[key]++;
    } else {
      addToSlot(slots.slot(key), weight);
    }
  }

  /** Counts some examples of weight 1. */
  public void addOnes(int key, long examples) {
    if (examples == 0) {
      return;
    }
    int slot = slots.slot(key);
    WeightSums weights = slots.weights();
    slots.counts()[slot] += examples;
    if (weights != null) {
      weights.addCount(slot, examples);
    }
    plain = slots.plainCounts();
  }

  /**
   * Counts an example of weight 1 for every so many-th key.
   *
   * @param base is added to the keys
   * @param from the place of the first key that is counted
   * @param to the place before which the last one stands
   * @param step from one key to the next that is counted
   */
  public void addOnes(int base, char[] keys, int from, int to, int step) {
    long[] counts = plain;
    if (counts != null) {
      for (int i = from; i < to; i += step) {
        counts[base + keys[i]]++;
      }
    } else {
      for (int i = from; i < to; i += step) {
        add(base + keys[i], 1);
      }
    }
  }

  private void addToSlot(int slot, double weight) {
    WeightSums weights = weight == 1 ? slots.weights() : slots.weightsOfCounts();
    slots.counts()[slot]++;
    if (weights != null) {
      weights.add(slot, weight);
    }
    plain = slots.plainCounts();
  }

  public void merge(Tally other) {
    TallySlots theirs = other.slots;
    if (theirs.weights() != null) {
      slots.weightsOfCounts();
    }
    if (theirs.array() && !slots.array()) {
      slots.moveTo(theirs);
    }
    plain = slots.plainCounts();
    long[] counts = plain;
    if (counts != null && theirs.array()) {
      for (int key = 0; key < counts.length; key++) {
        counts[key] += theirs.counts()[key];
      }
      return;
    }
    merge(other, IntUnaryOperator.identity());
  }

  /** Counts what another one has, each under the key that its own is mapped to. */
  public void merge(Tally other, IntUnaryOperator mapping) {
    TallySlots theirs = other.slots;
    if (theirs.weights() != null) {
      slots.weightsOfCounts();
    }
    for (int from = 0; from < theirs.counts().length; from++) {
      if (theirs.counts()[from] > 0) {
        merge(slots.slot(mapping.applyAsInt(theirs.key(from))), theirs, from);
      }
    }
    plain = slots.plainCounts();
  }

  private void merge(int slot, TallySlots theirs, int from) {
    slots.counts()[slot] += theirs.counts()[from];
    WeightSums weights = slots.weights();
    WeightSums theirWeights = theirs.weights();
    if (weights != null && theirWeights != null) {
      weights.add(slot, theirWeights, from);
    } else if (weights != null) {
      weights.addCount(slot, theirs.counts()[from]);
    }
  }

  /** True from the first weight on that is not 1. */
  public boolean weighted() {
    return slots.weights() != null;
  }

  /** The keys that occurred, ascending. */
  public int[] keys() {
    return slots.keys();
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
    long[] counts = slots.counts();
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        visitor.visit(slots.key(slot), counts[slot], valueAt(slot));
      }
    }
  }

  /** Number of examples, whatever their weights. */
  public long count(int key) {
    int slot = slots.find(key);
    return slot < 0 ? 0 : slots.counts()[slot];
  }

  /** Sum of weights, rounded once. */
  public double weight(int key) {
    int slot = slots.find(key);
    return slot < 0 ? 0 : valueAt(slot);
  }

  private double valueAt(int slot) {
    WeightSums weights = slots.weights();
    return weights != null ? weights.value(slot) : slots.counts()[slot];
  }

  /** Adds the weights of a key to a sum, without rounding. */
  public void addWeightTo(ExactSum sum, int key) {
    int slot = slots.find(key);
    if (slot >= 0) {
      WeightSums one = new WeightSums(1);
      WeightSums weights = slots.weights();
      if (weights != null) {
        one.add(0, weights, slot);
      } else {
        one.addCount(0, slots.counts()[slot]);
      }
      sum.merge(one.exact(0));
    }
  }

  public long totalCount() {
    long total = 0;
    for (long count : slots.counts()) {
      total += count;
    }
    return total;
  }

  /** Sum of all weights, rounded once. */
  public double totalWeight() {
    WeightSums weights = slots.weights();
    if (weights == null) {
      return totalCount();
    }
    WeightSums total = new WeightSums(1);
    for (int slot = 0; slot < slots.counts().length; slot++) {
      total.add(0, weights, slot);
    }
    return total.value(0);
  }

  public void write(DataOutput out) throws IOException {
    TallyFormat.write(slots, out);
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
    return new Tally(TallyFormat.read(in, bound));
  }
}
