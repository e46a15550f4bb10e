package io.github.steelyard.datasets.batch;

import io.github.steelyard.engine.columnar.RowBlock;

/**
 * Consecutive examples of a prepared split, as one task reads them at a time.
 *
 * @param number of the shard in its split, from 0
 * @param firstOrdinal the ordinal of its first example; the others follow without a gap
 * @param examples one row each: ordinal, id, group, weight, label, slices
 * @param inputs the decoded input of each example, row-major, uint8 or float32 little-endian
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied for nobody
public record Shard(int number, long firstOrdinal, RowBlock examples, byte[][] inputs) {
  /** Number of examples, at least 1. */
  public int rows() {
    return examples.rows();
  }
}
