package io.github.steelyard.datasets.example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes to which more are added; numbers big-endian, as a {@link java.nio.ByteBuffer} has them. */
final class GrowingBytes {
  /** The length of a text that is not there. */
  static final int NONE = -1;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  GrowingBytes(int capacity) {
    this.bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  GrowingBytes add(int value) {
    int at = extend(Integer.BYTES);
    INTS.set(bytes, at, value);
    return this;
  }

  GrowingBytes add(double value) {
    int at = extend(Double.BYTES);
    LONGS.set(bytes, at, Double.doubleToLongBits(value));
    return this;
  }

  /** With its length before it. */
  GrowingBytes add(@Nullable String text) {
    return text == null ? add(NONE) : addCounted(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With their number before them. */
  GrowingBytes addCounted(byte[] more) {
    return add(more.length).add(more, 0, more.length);
  }

  GrowingBytes add(byte[] from, int offset, int length) {
    int at = extend(length);
    System.arraycopy(from, offset, bytes, at, length);
    return this;
  }

  /** Where the room for so many more begins. */
  private int extend(int more) {
    int at = size;
    size = Math.addExact(size, more);
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(2L * at, size)));
    }
    return at;
  }

  /** All of them; nothing may be added from now on. */
  byte[] toArray() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
