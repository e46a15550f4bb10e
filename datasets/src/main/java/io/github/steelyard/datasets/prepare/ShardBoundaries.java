package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ExampleChunk;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Tells the shard of an example by its key, so that the inputs themselves are moved once. */
final class ShardBoundaries implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keys that one task sorts in its memory. */
  private static final long KEYS_PER_TASK = 1 << 20;

  /** The UTF-8 bytes of the first key of every shard but shard 0, ascending. */
  private final byte[][] firstKeys;

  private ShardBoundaries(Stream<byte[]> firstKeys) {
    this.firstKeys = firstKeys.toArray(byte[][]::new);
  }

  /**
   * The keys are sorted by Spark; the driver sees one of each shard.
   *
   * @param chunks as {@link ExampleChunk} has them
   */
  static ShardBoundaries of(JavaRDD<byte[][]> chunks, long examples, long examplesPerShard) {
    if (examples <= examplesPerShard) {
      return new ShardBoundaries(Stream.empty());
    }
    int tasks = Math.toIntExact((examples + KEYS_PER_TASK - 1) / KEYS_PER_TASK);
    return new ShardBoundaries(
        chunks
            .flatMapToPair(
                arrays -> {
                  ExampleChunk chunk = ExampleChunk.of(arrays);
                  return IntStream.range(0, chunk.size())
                      .mapToObj(i -> new Tuple2<>(sortKey(chunk.key(i)), true))
                      .iterator();
                })
            .sortByKey(true, tasks)
            .keys()
            .zipWithIndex()
            .filter(keyed -> keyed._2 % examplesPerShard == 0 && keyed._2 > 0)
            .keys()
            .collect()
            .stream()
            .map(key -> key.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /**
   * The same of chunks that lie in the memory of this one process, whose keys are in order already:
   * to bring them together takes a fraction of the time of sorting them all, and moves none.
   *
   * @param chunks for which {@link GatheredShards#fit} holds
   */
  static ShardBoundaries merged(JavaRDD<byte[][]> chunks, long examples, long examplesPerShard) {
    if (examples > KEYS_PER_TASK || examples <= examplesPerShard) {
      return of(chunks, examples, examplesPerShard);
    }
    return new ShardBoundaries(
        GatheredShards.allForEach(chunks, 1)
            .mapPartitions(
                all -> {
                  ChunkMerge merge = new ChunkMerge();
                  all.forEachRemaining(arrays -> merge.add(ExampleChunk.of(arrays)));
                  return merge.everyKey(examplesPerShard).iterator();
                })
            .collect()
            .stream());
  }

  /**
   * A text whose natural order is that of the UTF-8 bytes of a key, which is the canonical one: a
   * character for each byte. (Java orders texts by their UTF-16, which differs.)
   */
  static String sortKey(byte[] key) {
    return new String(key, StandardCharsets.ISO_8859_1);
  }

  int shards() {
    return firstKeys.length + 1;
  }

  private int shard(byte[] key) {
    int found = Arrays.binarySearch(firstKeys, key, Arrays::compareUnsigned);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * What a chunk holds of some shards, ascending.
   *
   * @param end behind the last shard
   */
  List<ShardPiece> pieces(ExampleChunk chunk, int begin, int end) {
    List<ShardPiece> pieces = new ArrayList<>();
    int from = begin == 0 ? 0 : chunk.firstFrom(firstKeys[begin - 1]);
    while (from < chunk.size()) {
      int shard = shard(chunk.key(from));
      if (shard >= end) {
        break;
      }
      int to = shard == firstKeys.length ? chunk.size() : chunk.firstFrom(firstKeys[shard]);
      pieces.add(new ShardPiece(shard, chunk, from, to));
      from = to;
    }
    return pieces;
  }
}
