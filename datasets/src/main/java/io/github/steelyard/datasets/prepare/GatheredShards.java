package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ExampleChunk;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;

/**
 * Where all chunks lie in the memory of this one process, each file's task looks through them for
 * its own: a shuffle would write them to disk and read them again.
 */
final class GatheredShards implements PartitionCoalescer, Serializable {
  private static final long serialVersionUID = 1L;

  /** Every task looks at every partition; of more than so many pairs a shuffle takes less. */
  private static final long MOST_LOOKS = 1 << 16;

  private GatheredShards() {}

  /** Whether it can be done for so many shards, and pays. */
  static boolean fit(JavaRDD<byte[][]> chunks, long shards) {
    SparkContext spark = chunks.context();
    int partitions = chunks.getNumPartitions();
    return spark.isLocal()
        && partitions * shards <= MOST_LOOKS
        && Arrays.stream(spark.getRDDStorageInfo())
            .anyMatch(
                info ->
                    info.id() == chunks.id()
                        && info.numCachedPartitions() == partitions
                        && info.diskSize() == 0);
  }

  /** As {@link ShuffledShards#of}. */
  static JavaRDD<ShardPiece> of(
      JavaRDD<byte[][]> chunks, ShardBoundaries boundaries, int shardsPerFile) {
    int files = (boundaries.shards() + shardsPerFile - 1) / shardsPerFile;
    return allForEach(chunks, files)
        .mapPartitionsWithIndex(
            (file, all) -> pieces(all, boundaries, file * shardsPerFile, shardsPerFile), false);
  }

  /** So many tasks, each of which looks at every chunk. */
  static JavaRDD<byte[][]> allForEach(JavaRDD<byte[][]> chunks, int tasks) {
    RDD<byte[][]> gathered =
        chunks.rdd().coalesce(tasks, false, Option.apply(new GatheredShards()), null);
    return JavaRDD.fromRDD(gathered, chunks.classTag());
  }

  private static Iterator<ShardPiece> pieces(
      Iterator<byte[][]> chunks, ShardBoundaries boundaries, int firstShard, int shards) {
    List<ShardPiece> pieces = new ArrayList<>();
    chunks.forEachRemaining(
        arrays ->
            pieces.addAll(
                boundaries.pieces(ExampleChunk.of(arrays), firstShard, firstShard + shards)));
    pieces.sort(Comparator.comparingInt(ShardPiece::shard));
    return pieces.iterator();
  }

  @Override
  public PartitionGroup[] coalesce(int groups, RDD<?> chunks) {
    return IntStream.range(0, groups)
        .mapToObj(
            unused -> {
              PartitionGroup group = new PartitionGroup(Option.empty());
              for (Partition partition : chunks.partitions()) {
                group.partitions().addOne(partition);
              }
              return group;
            })
        .toArray(PartitionGroup[]::new);
  }
}
