package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ChunkBuilder;
import io.github.steelyard.datasets.example.ExampleChunk;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * Puts the examples of one shard together, as many as fit, before they are shuffled under the
 * shard's number. What Spark does for each record costs as much as it takes to carry a small
 * example.
 */
final class ShuffledShards implements Iterator<Tuple2<Integer, byte[][]>> {
  private static final long MOST_BYTES = 16L << 20;

  private final Iterator<byte[][]> chunks;
  private final ShardBoundaries boundaries;
  private Iterator<Map.Entry<Integer, ChunkBuilder>> gathered =
      Map.<Integer, ChunkBuilder>of().entrySet().iterator();

  private ShuffledShards(Iterator<byte[][]> chunks, ShardBoundaries boundaries) {
    this.chunks = chunks;
    this.boundaries = boundaries;
  }

  /**
   * All pieces of a file in one partition, ordered by shard; within a shard in no order.
   *
   * @param chunks as {@link ExampleChunk} has them
   */
  static JavaRDD<ShardPiece> of(
      JavaRDD<byte[][]> chunks, ShardBoundaries boundaries, int shardsPerFile) {
    PairFlatMapFunction<Iterator<byte[][]>, Integer, byte[][]> gather =
        some -> new ShuffledShards(some, boundaries);
    int files = (boundaries.shards() + shardsPerFile - 1) / shardsPerFile;
    return chunks
        .mapPartitionsToPair(gather)
        .repartitionAndSortWithinPartitions(new FilePartitioner(files, shardsPerFile))
        .map(shuffled -> ShardPiece.whole(shuffled._1(), ExampleChunk.of(shuffled._2())));
  }

  @Override
  public boolean hasNext() {
    return gathered.hasNext() || chunks.hasNext();
  }

  @Override
  public Tuple2<Integer, byte[][]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (!gathered.hasNext()) {
      gathered = gather().entrySet().iterator();
    }
    Map.Entry<Integer, ChunkBuilder> shard = gathered.next();
    return new Tuple2<>(shard.getKey(), shard.getValue().build());
  }

  private Map<Integer, ChunkBuilder> gather() {
    Map<Integer, ChunkBuilder> byShard = new TreeMap<>();
    long bytes = 0;
    while (bytes < MOST_BYTES && chunks.hasNext()) {
      ExampleChunk chunk = ExampleChunk.of(chunks.next());
      for (ShardPiece piece : boundaries.pieces(chunk, 0, boundaries.shards())) {
        ChunkBuilder shard = byShard.computeIfAbsent(piece.shard(), unused -> new ChunkBuilder(0));
        for (int example = piece.from(); example < piece.to(); example++) {
          shard.add(chunk, example);
        }
      }
      bytes += chunk.inputs().length;
    }
    return byShard;
  }

  /** A file's shards belong together. */
  private static final class FilePartitioner extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int files;
    private final int shardsPerFile;

    FilePartitioner(int files, int shardsPerFile) {
      this.files = files;
      this.shardsPerFile = shardsPerFile;
    }

    @Override
    public int numPartitions() {
      return files;
    }

    @Override
    public int getPartition(Object shard) {
      return (int) shard / shardsPerFile;
    }
  }
}
