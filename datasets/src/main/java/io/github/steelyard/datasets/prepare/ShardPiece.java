package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ExampleChunk;

/**
 * Examples of one shard that stand next to each other in a chunk.
 *
 * @param from the first one
 * @param to behind the last one
 */
record ShardPiece(int shard, ExampleChunk chunk, int from, int to) {
  /** All of a chunk. */
  static ShardPiece whole(int shard, ExampleChunk chunk) {
    return new ShardPiece(shard, chunk, 0, chunk.size());
  }
}
