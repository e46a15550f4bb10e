package io.github.steelyard.engine.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Exact sums of numbers, one in each of some slots. A sum is held as two doubles without any
 * rounding error, the first of them the sum rounded to the nearest double: 16 bytes, which leave
 * weights of one kind 50 bits and more to grow. Where two doubles are not enough, it is an {@link
 * ExactSum} from then on, of about 80 bytes.
 *
 * <p>The error of an addition is found by the two-sum of D. E. Knuth, "The Art of Computer
 * Programming", volume 2, section 4.2.2.
 */
final class WeightSums {
  /** Rounded to the nearest double. */
  private final double[] sums;

  /** What the rounded sums lack. */
  private final double[] rests;

  /** Null in the slots whose sum two doubles hold, and null where all are such. */
  private @Nullable ExactSum @Nullable [] wide;

  WeightSums(int slots) {
    this.sums = new double[slots];
    this.rests = new double[slots];
  }

  /**
   * Adds to a slot.
   *
   * @param number finite
   */
  void add(int slot, double number) {
    ExactSum exact = wide(slot);
    if (exact != null) {
      exact.add(number);
      return;
    }
    double sum = sums[slot] + number;
    double error = error(sums[slot], number, sum);
    double rest = rests[slot] + error;
    double rounded = sum + rest;
    // After an overflow there is no error to know.
    if (error(rests[slot], error, rest) != 0 || !Double.isFinite(rounded)) {
      widen(slot).add(number);
      return;
    }
    rests[slot] = error(sum, rest, rounded);
    sums[slot] = rounded;
  }

  /** What the rounded sum of two numbers lacks. */
  private static double error(double a, double b, double sum) {
    double ofB = sum - a;
    return (a - (sum - ofB)) + (b - ofB);
  }

  private @Nullable ExactSum wide(int slot) {
    return wide == null ? null : wide[slot];
  }

  private ExactSum widen(int slot) {
    ExactSum exact = exact(slot);
    if (wide == null) {
      wide = new ExactSum[sums.length];
    }
    wide[slot] = exact;
    return exact;
  }

  /** Adds a number of examples of weight 1. */
  void addCount(int slot, long count) {
    // Two parts, as a double holds 53 bits and a long 63.
    add(slot, (double) (count >>> 32) * 0x1p32);
    add(slot, (double) (count & 0xFFFF_FFFFL));
  }

  /** Adds an exact sum, as the doubles of which it is one. */
  void add(int slot, ExactSum number) {
    ExactSum left = new ExactSum();
    left.merge(number);
    for (double part = left.value(); part != 0; part = left.value()) {
      if (!Double.isFinite(part)) {
        widen(slot).merge(left);
        return;
      }
      add(slot, part);
      left.add(-part);
    }
  }

  /** Adds what a slot of others holds. */
  void add(int slot, WeightSums others, int theirs) {
    ExactSum exact = others.wide(theirs);
    if (exact == null) {
      add(slot, others.sums[theirs]);
      add(slot, others.rests[theirs]);
    } else {
      add(slot, exact);
    }
  }

  /** The sum of a slot, rounded once. */
  double value(int slot) {
    ExactSum exact = wide(slot);
    return exact == null ? sums[slot] : exact.value();
  }

  /** The sum of a slot; not to be changed. */
  ExactSum exact(int slot) {
    ExactSum exact = wide(slot);
    if (exact == null) {
      exact = new ExactSum();
      exact.add(sums[slot]);
      exact.add(rests[slot]);
    }
    return exact;
  }
}
