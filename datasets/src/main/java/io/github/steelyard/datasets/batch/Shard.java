package io.github.steelyard.datasets.batch;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * Consecutive examples of a prepared split, as one task reads them at a time. Closing a shard
 * closes its inputs; batches that were made of it stay as they are.
 *
 * @param number of the shard in its split, from 0
 * @param firstOrdinal the ordinal of its first example; the others follow without a gap
 * @param examples one row each: ordinal, id, group, weight, label, slices
 * @param inputs the decoded inputs of all examples, {@code [rows, ...]}, uint8 or float32
 *     little-endian
 * @param leftOut rows that are not to be scored, whatever a model says of them
 */
public record Shard(int number, long firstOrdinal, RowBlock examples, Tensor inputs, BitSet leftOut)
    implements AutoCloseable {
  /** All of whose examples count. */
  public Shard(int number, long firstOrdinal, RowBlock examples, Tensor inputs) {
    this(number, firstOrdinal, examples, inputs, new BitSet());
  }

  /** Number of examples, at least 1. */
  public int rows() {
    return examples.rows();
  }

  /** Bytes of one decoded input. */
  public int inputBytes() {
    return Math.toIntExact(inputs.bytes() / rows());
  }

  /** The decoded input of one example, row-major and little-endian, as a copy. */
  public byte[] input(int row) {
    byte[] copy = new byte[inputBytes()];
    inputs.memory().getBytes((long) row * copy.length, copy);
    return copy;
  }

  /** All decoded inputs, one after the other; valid until the shard is closed. */
  ByteBuffer bytes() {
    return inputs.buffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() {
    inputs.close();
  }
}
