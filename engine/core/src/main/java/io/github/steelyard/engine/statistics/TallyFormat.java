package io.github.steelyard.engine.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The written form of a tally, one for equal tallies: whether it has weights, how many keys, in how
 * many bytes; then by ascending key the distance from the key before and the count, each in groups
 * of seven bits, lowest first; then the sums of weights. Most keys take two or three bytes.
 */
final class TallyFormat {
  /** Of a distance and a count. */
  private static final int MOST_BYTES = 5 + 9;

  private TallyFormat() {}

  static void write(TallySlots slots, DataOutput out) throws IOException {
    int[] keys = slots.keys();
    out.writeBoolean(slots.weights() != null);
    out.writeInt(keys.length);
    // At once: streams of bytes in memory take a lock for each call.
    ByteBuffer cells = ByteBuffer.allocate(Math.multiplyExact(MOST_BYTES, keys.length));
    int before = -1;
    for (int key : keys) {
      write(key - before, cells);
      write(slots.counts()[slots.find(key)], cells);
      before = key;
    }
    out.writeInt(cells.position());
    out.write(cells.array(), 0, cells.position());
    WeightSums weights = slots.weights();
    if (weights != null) {
      for (int key : keys) {
        weights.exact(slots.find(key)).write(out);
      }
    }
  }

  private static void write(long number, ByteBuffer to) {
    long rest = number;
    while (rest > 0x7F) {
      to.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    to.put((byte) rest);
  }

  /**
   * Reads a tally's slots.
   *
   * @throws IOException where a key is not below the bound
   */
  static TallySlots read(DataInput in, int bound) throws IOException {
    boolean weighted = in.readBoolean();
    int size = in.readInt();
    int length = in.readInt();
    if (!(size >= 0 && size <= bound && length >= 0 && length <= (long) MOST_BYTES * size)) {
      throw new IOException(
          "Cannot read the counts of %d keys of %d in %d bytes".formatted(size, bound, length));
    }
    byte[] cells = new byte[length];
    in.readFully(cells);
    TallySlots slots = new TallySlots(bound);
    slots.reserve(size);
    int[] keys = new int[size];
    try {
      readCounts(ByteBuffer.wrap(cells), keys, slots);
    } catch (BufferUnderflowException e) {
      throw new IOException(
          "Cannot read the counts of %d keys: they are cut short".formatted(size), e);
    }
    if (weighted) {
      WeightSums weights = slots.emptyWeights();
      for (int key : keys) {
        weights.add(slots.slot(key), ExactSum.read(in));
      }
    }
    return slots;
  }

  private static void readCounts(ByteBuffer from, int[] keys, TallySlots slots) throws IOException {
    long key = -1;
    for (int i = 0; i < keys.length; i++) {
      long distance = read(from);
      long count = read(from);
      key += distance;
      if (!(distance >= 1 && key < slots.bound() && count >= 1)) {
        throw new IOException(
            "Cannot read a count of %d for the key %d of %d".formatted(count, key, slots.bound()));
      }
      keys[i] = (int) key;
      slots.counts()[slots.slot(keys[i])] = count;
    }
  }

  private static long read(ByteBuffer from) {
    long number = 0;
    int shift = 0;
    long next;
    do {
      next = from.get();
      number |= (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0 && shift < Long.SIZE);
    return number;
  }
}
