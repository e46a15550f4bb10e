package io.github.steelyard.datasets.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds what is no finite number among float32. All bits of its exponent are set, so that one more
 * at their lowest place carries into the sign: that can be told of many numbers without a branch
 * for each.
 */
public final class FiniteFloats {
  private static final int EXPONENT = 0x7f800000;
  private static final int CARRY = 0x00800000;
  private static final int SIGN = 0x80000000;

  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private FiniteFloats() {}

  /** The index of the first one that is not finite; -1 where all are. */
  static int firstOther(float[] values) {
    int carried = 0;
    for (float value : values) {
      carried |= (Float.floatToRawIntBits(value) & EXPONENT) + CARRY;
    }
    if ((carried & SIGN) != 0) {
      for (int i = 0; i < values.length; i++) {
        if (!Float.isFinite(values[i])) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * The same.
   *
   * @param values whole numbers of four bytes, little-endian
   */
  public static int firstOther(byte[] values) {
    long exponents = both(EXPONENT);
    long carry = both(CARRY);
    long carried = 0;
    int at = 0;
    for (; at <= values.length - Long.BYTES; at += Long.BYTES) {
      carried |= ((long) LONGS.get(values, at) & exponents) + carry;
    }
    boolean lastIsFinite = at == values.length || Float.isFinite((float) FLOATS.get(values, at));
    if ((carried & both(SIGN)) != 0 || !lastIsFinite) {
      for (int i = 0; i < values.length / Float.BYTES; i++) {
        if (!Float.isFinite(value(values, i))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static long both(int bits) {
    return (long) bits << Integer.SIZE | Integer.toUnsignedLong(bits);
  }

  /** One of the numbers. */
  public static float value(byte[] values, int index) {
    return (float) FLOATS.get(values, index * Float.BYTES);
  }
}
