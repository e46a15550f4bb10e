package io.github.steelyard.datasets.prepare;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/** Tells the shard of an example by its key, so that the inputs themselves are shuffled once. */
final class ShardBoundaries implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keys that one task sorts in its memory. */
  private static final long KEYS_PER_TASK = 1 << 20;

  /** The first key of every shard but shard 0, ascending, as they sort. */
  private final String[] firstKeys;

  private ShardBoundaries(String[] firstKeys) {
    this.firstKeys = firstKeys;
  }

  /** The keys are sorted by Spark; the driver sees one of each shard. */
  static ShardBoundaries of(JavaRDD<byte[][]> checked, long examples, long examplesPerShard) {
    if (examples <= examplesPerShard) {
      return new ShardBoundaries(new String[0]);
    }
    int tasks = Math.toIntExact((examples + KEYS_PER_TASK - 1) / KEYS_PER_TASK);
    return new ShardBoundaries(
        checked
            .mapToPair(example -> new Tuple2<>(ExampleHead.sortKey(example[0]), true))
            .sortByKey(true, tasks)
            .keys()
            .zipWithIndex()
            .filter(keyed -> keyed._2 % examplesPerShard == 0 && keyed._2 > 0)
            .keys()
            .collect()
            .toArray(String[]::new));
  }

  int shard(byte[] head) {
    int found = Arrays.binarySearch(firstKeys, ExampleHead.sortKey(head));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The examples as {@link ShardChunks}, all those of a file in one partition, ordered by shard;
   * within a shard in no order.
   */
  JavaPairRDD<Integer, byte[][]> partition(JavaRDD<byte[][]> checked, int shardsPerFile) {
    PairFlatMapFunction<java.util.Iterator<byte[][]>, Integer, byte[][]> chunks =
        examples -> new ShardChunks(examples, this);
    return checked
        .mapPartitionsToPair(chunks)
        .repartitionAndSortWithinPartitions(
            new FilePartitioner(firstKeys.length / shardsPerFile + 1, shardsPerFile));
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
