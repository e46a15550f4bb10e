package io.github.steelyard.datasets.batch;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.engine.training.TrainingSet;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;

/**
 * Examples of a prepared split, in canonical order; kept as they are stored, a byte for a pixel,
 * and preprocessed each time they are asked for. Safe for several threads.
 */
public final class InMemoryTrainingSet implements TrainingSet {
  private final String task;
  private final LabelMap labels;
  private final Labelling labelling;
  private final Preprocessor preprocessor;
  private final byte[][] inputs;
  private final byte[][] labelBytes;
  private int filled;

  private InMemoryTrainingSet(PreparedSplit split, Preprocessor preprocessor, int size) {
    this.task = split.task();
    this.labels = split.labels();
    this.labelling = Tasks.named(task).labelling(labels);
    this.preprocessor = preprocessor;
    this.inputs = new byte[size][];
    this.labelBytes = new byte[size][];
  }

  /**
   * Reads the examples that a training needs. Fewer than all are a random sample, the same one each
   * time, and a smaller sample is part of a larger one: a learning curve only ever adds examples.
   * The first ones would not do, since data are often sorted by class.
   *
   * @param examples how many; 0 for all
   * @throws DataException when there are not as many, or too many for one array
   */
  public static InMemoryTrainingSet load(
      PreparedSplit split,
      Preprocessing preprocessing,
      long examples,
      Configuration configuration) {
    String place = "Data set '" + split.dataset() + "', split '" + split.split() + "'";
    long most = Math.min(split.examples(), Integer.MAX_VALUE - 8);
    if (!(examples >= 0 && examples <= most)) {
      throw new DataException(
          place, "expected 0 (all) to " + most + " training examples. Found: " + examples);
    }
    if (examples == 0 && most < split.examples()) {
      throw new DataException(place, "does not fit in memory, expected a number of examples");
    }
    Preprocessor preprocessor = Preprocessor.compile(preprocessing, split.type(), split.shape());
    int size = Math.toIntExact(examples == 0 ? split.examples() : examples);
    InMemoryTrainingSet set = new InMemoryTrainingSet(split, preprocessor, size);
    long highest = highestKey((int) most, size);
    for (int part = 0; part < split.parts(); part++) {
      try (BufferAllocator allocator = new RootAllocator();
          ShardReader reader = new ShardReader(split, part, configuration, allocator)) {
        while (reader.hasNext()) {
          try (Shard shard = reader.next()) {
            set.add(shard, highest);
          }
        }
      }
    }
    return set;
  }

  /** The key that exactly {@code size} of the first {@code total} ordinals do not exceed. */
  private static long highestKey(int total, int size) {
    if (size == total) {
      return Long.MAX_VALUE;
    }
    long[] keys = LongStream.range(0, total).map(InMemoryTrainingSet::key).toArray();
    Arrays.parallelSort(keys);
    return keys[size - 1];
  }

  /** SplitMix64's finalizer: a bijection, so no two ordinals have the same key. */
  private static long key(long ordinal) {
    long z = ordinal + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private void add(Shard shard, long highestKey) {
    for (int row = 0; row < shard.rows(); row++) {
      if (key(shard.firstOrdinal() + row) <= highestKey) {
        inputs[filled] = shard.input(row);
        labelBytes[filled] = labelling.bytes(shard.examples(), row);
        filled++;
      }
    }
  }

  @Override
  public int size() {
    return inputs.length;
  }

  @Override
  public String task() {
    return task;
  }

  @Override
  public LabelMap labels() {
    return labels;
  }

  @Override
  public Shape exampleShape() {
    return preprocessor.outputShape();
  }

  @Override
  public void put(int index, FloatBuffer target) {
    preprocessor.put(inputs[index], target);
  }

  @Override
  public int outputs() {
    return labelling.outputs();
  }

  @Override
  public void putTarget(int index, FloatBuffer target) {
    labelling.putTarget(labelBytes[index], target);
  }
}
