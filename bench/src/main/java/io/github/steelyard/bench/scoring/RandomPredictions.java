package io.github.steelyard.bench.scoring;

import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Blocks of random examples and of what a model that is right more often than chance says. */
final class RandomPredictions implements AutoCloseable {
  /** Of an example's columns and its outcome's, those that the ten metrics need. */
  static final List<Column> JOINED =
      List.of(
          ExampleColumns.GROUP,
          ExampleColumns.WEIGHT,
          ClassificationTask.LABEL,
          ClassificationTask.PREDICTION,
          ClassificationTask.CONFIDENCE,
          ClassificationTask.SUM_SQUARES,
          ClassificationTask.LABEL_LOG_PROBABILITY,
          ClassificationTask.SCORES);

  private final SplittableRandom random;
  private final TaskSettings settings;
  private final OutcomeReducer reducer;
  private final BufferAllocator allocator = new RootAllocator();
  private RowBlock examples = new RowBlock(List.of(), 0);
  private RowBlock outcomes = new RowBlock(List.of(), 0);

  RandomPredictions(long seed, TaskSettings settings) {
    this.random = new SplittableRandom(seed);
    this.settings = settings;
    this.reducer = new ClassificationTask().reducer(settings);
  }

  /** Makes the next block. */
  void next(long firstOrdinal, int rows) {
    int classes = settings.labels().classes();
    examples = new RowBlock(PreparedColumns.examples(new ClassificationTask(), List.of()), rows);
    outcomes = new RowBlock(new ClassificationTask().outcomeColumns(settings), rows);
    try (Tensor logits = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(rows, classes))) {
      for (int row = 0; row < rows; row++) {
        int label = random.nextInt(classes);
        examples.longs(ExampleColumns.ORDINAL.name())[row] = firstOrdinal + row;
        examples.strings(ExampleColumns.ID.name())[row] = "example-" + (firstOrdinal + row);
        examples.ints(ExampleColumns.GROUP.name())[row] = random.nextInt(ExampleColumns.GROUPS);
        examples.doubles(ExampleColumns.WEIGHT.name())[row] = 1;
        examples.ints(ClassificationTask.LABEL.name())[row] = label;
        for (int index = 0; index < classes; index++) {
          double logit = 3 * random.nextGaussian() + (index == label ? 5 : 0);
          logits.memory().setFloat(4L * ((long) row * classes + index), (float) logit);
        }
      }
      reducer.reduce(new Predictions(Map.of("logits", logits)), examples, 0, rows, outcomes);
    }
  }

  RowBlock examples() {
    return examples;
  }

  RowBlock outcomes() {
    return outcomes;
  }

  /** The same rows as one table. */
  RowBlock joined() {
    int rows = examples.rows();
    RowBlock both = new RowBlock(JOINED, rows);
    for (Column column : JOINED) {
      String name = column.name();
      RowBlock from = examples.has(name) ? examples : outcomes;
      switch (column.type()) {
        case INT32 -> System.arraycopy(from.ints(name), 0, both.ints(name), 0, rows);
        case FLOAT64 -> System.arraycopy(from.doubles(name), 0, both.doubles(name), 0, rows);
        case FLOAT32_LIST ->
            System.arraycopy(from.floatLists(name), 0, both.floatLists(name), 0, rows);
        default -> throw new IllegalStateException("No arm needs a column of " + column.type());
      }
    }
    return both;
  }

  @Override
  public void close() {
    allocator.close();
  }
}
