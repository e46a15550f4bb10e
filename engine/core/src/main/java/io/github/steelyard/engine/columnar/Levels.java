package io.github.steelyard.engine.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;

/**
 * Small numbers in Parquet's RLE encoding, runs and bit-packed groups in turn: the definition or
 * repetition levels of one page, of which most are one long run, or places in a dictionary.
 * Parquet's own reader is asked for one after the other.
 */
final class Levels {
  /** Numbers are held in signed bytes. */
  static final int MOST_BITS = 7;

  private static final int GROUP = 8;

  /** Of every value, where it is the same. */
  private final int constant;

  /** Of each value, else; one group of bits longer than there are values. */
  private final byte[] each;

  private Levels(int constant, byte[] each) {
    this.constant = constant;
    this.each = each;
  }

  /** All the same. */
  static Levels of(int constant) {
    return new Levels(constant, new byte[0]);
  }

  /**
   * Decodes the levels of a data page of version 1: four bytes of length, then the runs.
   *
   * @param count how many values there are
   * @param highest the highest level, at least 1
   */
  static Levels read(ByteBufferInputStream in, int count, int highest) throws IOException {
    int length = in.slice(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
    ByteBuffer memory = in.slice(length).order(ByteOrder.LITTLE_ENDIAN);
    return decode(memory, count, Integer.SIZE - Integer.numberOfLeadingZeros(highest));
  }

  /**
   * Decodes the runs of some numbers.
   *
   * @param count how many there are
   * @param width bits of each, at most {@link #MOST_BITS}
   */
  static Levels decode(ByteBuffer memory, int count, int width) {
    byte[] each = new byte[count + GROUP];
    for (int done = 0; done < count; ) {
      int header = variable(memory);
      int size = header >>> 1;
      if ((header & 1) == 0) {
        byte level = memory.get();
        if (size >= count) {
          return of(level);
        }
        size = Math.min(size, count - done);
        Arrays.fill(each, done, done + size, level);
        done += size;
      } else {
        for (int group = 0; group < size && done < count; group++) {
          unpack(memory, width, each, done);
          done += GROUP;
        }
      }
    }
    return new Levels(0, each);
  }

  private static int variable(ByteBuffer memory) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = memory.get();
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Eight levels, the first one in the lowest bits. */
  private static void unpack(ByteBuffer memory, int width, byte[] to, int from) {
    long bits = 0;
    for (int i = 0; i < width; i++) {
      bits |= (memory.get() & 0xFFL) << (8 * i);
    }
    long mask = (1L << width) - 1;
    for (int i = 0; i < GROUP && from + i < to.length; i++) {
      to[from + i] = (byte) (bits >>> (i * width) & mask);
    }
  }

  int at(int position) {
    return each.length == 0 ? constant : each[position];
  }

  /** Whether every value has this level. */
  boolean all(int level) {
    return each.length == 0 && constant == level;
  }
}
