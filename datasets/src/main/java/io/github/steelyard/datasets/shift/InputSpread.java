package io.github.steelyard.datasets.shift;

import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * How the values of a split's float32 inputs are spread: of each column (place in the input) its
 * mean and standard deviation, and some whole inputs as they occur. It follows from the examples
 * alone, however they are spread over tasks.
 */
public final class InputSpread implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] means;
  private final double[] deviations;
  private final float[][] samples;

  InputSpread(double[] means, double[] deviations, float[][] samples) {
    this.means = means;
    this.deviations = deviations;
    this.samples = samples;
  }

  /** Values of one input. */
  public int columns() {
    return means.length;
  }

  public double mean(int column) {
    return means[column];
  }

  /** With {@code n - 1} degrees of freedom; 0 of a single example. */
  public double deviation(int column) {
    return deviations[column];
  }

  /** How many inputs were kept, at least 1 and at most 1,000. */
  public int samples() {
    return samples.length;
  }

  /** A value of one of the inputs that were kept. */
  public float sample(int sample, int column) {
    return samples[sample][column];
  }

  /**
   * Looks at all inputs of a split, in one Spark job.
   *
   * @param split of float32 inputs
   */
  public static InputSpread measure(JavaSparkContext spark, PreparedSplit split) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.hadoopConfiguration());
    List<Integer> parts = IntStream.range(0, split.parts()).boxed().toList();
    int tasks = Math.min(parts.size(), 4 * spark.defaultParallelism());
    byte[] merged =
        spark
            .parallelize(parts, tasks)
            .map(part -> of(split, part, configuration.value()).bytes())
            .treeReduce((one, other) -> SpreadState.merged(one, other));
    return SpreadState.read(merged).spread();
  }

  private static SpreadState of(PreparedSplit split, int part, Configuration configuration) {
    SpreadState state = new SpreadState(Math.toIntExact(split.shape().elements()));
    try (BufferAllocator allocator = new RootAllocator();
        ShardReader shards = new ShardReader(split, part, configuration, allocator)) {
      while (shards.hasNext()) {
        try (Shard shard = shards.next()) {
          state.add(shard);
        }
      }
    }
    return state;
  }
}
