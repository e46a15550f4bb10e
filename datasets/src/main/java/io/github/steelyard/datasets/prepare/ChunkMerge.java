package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ExampleChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Goes through the examples of several chunks in the canonical order of all. */
final class ChunkMerge {
  private final PriorityQueue<Cursor> next = new PriorityQueue<>();

  /** Where a chunk, whose examples are in order, has been read to. */
  private record Cursor(ExampleChunk chunk, int example) implements Comparable<Cursor> {
    @Override
    public int compareTo(Cursor other) {
      return chunk.compareKeys(example, other.chunk, other.example);
    }
  }

  void add(ExampleChunk chunk) {
    next.add(new Cursor(chunk, 0));
  }

  /**
   * The keys of the examples with these numbers, counted from 0: the step, twice the step, and so
   * on. All examples are gone through by that.
   */
  List<byte[]> everyKey(long step) {
    List<byte[]> keys = new ArrayList<>();
    for (long number = 0; !next.isEmpty(); number++) {
      Cursor first = next.remove();
      if (number > 0 && number % step == 0) {
        keys.add(first.chunk.key(first.example));
      }
      if (first.example + 1 < first.chunk.size()) {
        next.add(new Cursor(first.chunk, first.example + 1));
      }
    }
    return keys;
  }
}
