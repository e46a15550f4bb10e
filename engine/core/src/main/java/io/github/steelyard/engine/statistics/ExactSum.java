package io.github.steelyard.engine.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles without rounding error: a superaccumulator over the whole range of a double.
 * {@link #value()} is the exact sum, rounded once to the nearest double (ties to even), whatever
 * the order of the additions and merges; the written form is the same for equal sums, too. Only the
 * limbs that are in use are held, so a sum of probabilities takes about 50 bytes.
 *
 * <p>After J. R. Neal, "Fast exact summation using small and large superaccumulators" (2015).
 */
public final class ExactSum {
  private static final int LIMB_BITS = 32;
  private static final long LIMB_MASK = 0xFFFF_FFFFL;

  /** Exponent of the lowest bit of the lowest limb: that of the smallest subnormal double. */
  private static final int LOWEST_EXPONENT = -1074;

  /** 2,098 bits of doubles and 64 more for carries. */
  private static final int MAXIMUM_LIMBS = 70;

  /** A limb takes 2^31 additions of 32 bits before it can overflow; half of a half is safe. */
  private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 29;

  /** Signed; {@code limbs[i]} counts units of {@code 2^(32 * (first + i) - 1074)}. */
  private long[] limbs = {};

  private int first;

  /** Every limb is at most {@code 2^32 * (pending + 1)} in absolute value. */
  private int pending;

  /**
   * Adds a number.
   *
   * @param value finite
   */
  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Cannot add " + value + " to an exact sum");
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long mantissa = bits & 0xF_FFFF_FFFF_FFFFL;
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << 52;
    }
    if (mantissa == 0) {
      return;
    }
    int limb = (exponent - 1) / LIMB_BITS;
    int shift = (exponent - 1) % LIMB_BITS;
    reserve(limb, limb + 3);
    makeRoomForOneMore();
    long rest = mantissa >>> (LIMB_BITS - shift);
    int sign = bits < 0 ? -1 : 1;
    int index = limb - first;
    limbs[index] += sign * ((mantissa << shift) & LIMB_MASK);
    limbs[index + 1] += sign * (rest & LIMB_MASK);
    limbs[index + 2] += sign * (rest >>> LIMB_BITS);
  }

  /**
   * Adds the product without rounding it, but for what lies below the smallest double.
   *
   * @throws IllegalArgumentException where the product is not finite
   */
  public void addProduct(double weight, double value) {
    double product = weight * value;
    add(product);
    add(Math.fma(weight, value, -product));
  }

  public void merge(ExactSum other) {
    if (other.limbs.length == 0) {
      return;
    }
    reserve(other.first, other.first + other.limbs.length);
    if (pending + other.pending >= ADDITIONS_BETWEEN_CARRIES) {
      carry();
    }
    for (int i = 0; i < other.limbs.length; i++) {
      limbs[other.first - first + i] += other.limbs[i];
    }
    pending += other.pending + 1;
  }

  /** The sum, correctly rounded; 0 where nothing was added, infinite beyond the largest double. */
  public double value() {
    BigInteger sum = integer();
    BigInteger magnitude = sum.abs();
    int excess = magnitude.bitLength() - 53;
    int exponent = LIMB_BITS * first + LOWEST_EXPONENT;
    double rounded;
    if (excess <= 0) {
      rounded = Math.scalb((double) magnitude.longValue(), exponent);
    } else {
      long top = magnitude.shiftRight(excess).longValue();
      boolean half = magnitude.testBit(excess - 1);
      boolean more = magnitude.getLowestSetBit() < excess - 1;
      if (half && (more || (top & 1) == 1)) {
        top++;
      }
      rounded = Math.scalb((double) top, exponent + excess);
    }
    return sum.signum() < 0 ? -rounded : rounded;
  }

  /** The sum in units of {@code 2^(32 * first - 1074)}. */
  private BigInteger integer() {
    long[] digits = Arrays.copyOf(limbs, limbs.length + 2);
    boolean negative = propagate(digits) < 0;
    if (negative) {
      digits = Arrays.copyOf(limbs, limbs.length + 2);
      Arrays.setAll(digits, i -> i < limbs.length ? -limbs[i] : 0);
      propagate(digits);
    }
    byte[] bytes = new byte[4 * digits.length];
    for (int i = 0; i < digits.length; i++) {
      for (int b = 0; b < 4; b++) {
        bytes[bytes.length - 1 - 4 * i - b] = (byte) (digits[i] >>> (8 * b));
      }
    }
    return new BigInteger(negative ? -1 : 1, bytes);
  }

  /** Brings every digit into {@code [0, 2^32)} and returns what is carried out at the top. */
  private static long propagate(long[] digits) {
    long carry = 0;
    for (int i = 0; i < digits.length; i++) {
      long sum = digits[i] + carry;
      digits[i] = sum & LIMB_MASK;
      carry = sum >> LIMB_BITS;
    }
    return carry;
  }

  private void makeRoomForOneMore() {
    if (pending >= ADDITIONS_BETWEEN_CARRIES) {
      carry();
    }
    pending++;
  }

  private void carry() {
    reserve(first, first + limbs.length + 1);
    long carry = 0;
    for (int i = 0; i < limbs.length - 1; i++) {
      long sum = limbs[i] + carry;
      limbs[i] = sum & LIMB_MASK;
      carry = sum >> LIMB_BITS;
    }
    limbs[limbs.length - 1] += carry;
    pending = 0;
  }

  private void reserve(int from, int to) {
    int end = first + limbs.length;
    if (limbs.length == 0) {
      limbs = new long[to - from];
      first = from;
    } else if (from < first || to > end) {
      int newFirst = Math.min(from, first);
      long[] wider = new long[Math.max(to, end) - newFirst];
      System.arraycopy(limbs, 0, wider, first - newFirst, limbs.length);
      limbs = wider;
      first = newFirst;
    }
  }

  /** Writes the one form that this sum has: exponent of the lowest set bit, and the digits. */
  public void write(DataOutput out) throws IOException {
    BigInteger sum = integer();
    int zeros = Math.max(sum.getLowestSetBit(), 0);
    byte[] bytes = sum.shiftRight(zeros).toByteArray();
    out.writeShort(sum.signum() == 0 ? 0 : LIMB_BITS * first + zeros);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  public static ExactSum read(DataInput in) throws IOException {
    int zeros = in.readShort();
    int length = in.readShort();
    int highest = MAXIMUM_LIMBS * LIMB_BITS;
    if (!(zeros >= 0 && zeros < highest && length >= 1 && zeros + 8 * length <= highest + 16)) {
      throw new IOException("Cannot read an exact sum of " + length + " bytes at bit " + zeros);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    ExactSum sum = new ExactSum();
    BigInteger integer = new BigInteger(bytes);
    if (integer.signum() != 0) {
      BigInteger digits = integer.abs().shiftLeft(zeros % LIMB_BITS);
      int limbs = (digits.bitLength() + LIMB_BITS - 1) / LIMB_BITS;
      sum.reserve(zeros / LIMB_BITS, zeros / LIMB_BITS + limbs);
      for (int i = 0; i < limbs; i++) {
        long digit = digits.shiftRight(LIMB_BITS * i).longValue() & LIMB_MASK;
        sum.limbs[i] = integer.signum() * digit;
      }
    }
    return sum;
  }
}
