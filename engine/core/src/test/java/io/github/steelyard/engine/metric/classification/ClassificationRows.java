package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.task.ClassificationTask;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** Examples and the outcomes that the task itself makes of a model's scores. */
public final class ClassificationRows {
  private ClassificationRows() {}

  /** Examples of the given labels; example i is of group {@code i % 100} and weighs 1. */
  public static RowBlock examples(int[] labels, String... slices) {
    List<Column> columns = new ArrayList<>(ExampleColumns.all());
    columns.add(ClassificationTask.LABEL);
    for (int i = 0; i < slices.length; i++) {
      columns.add(ExampleColumns.slice(i, slices[i]));
    }
    RowBlock examples = new RowBlock(columns, labels.length);
    for (int row = 0; row < labels.length; row++) {
      examples.longs("ordinal")[row] = row;
      examples.strings("id")[row] = "example " + row;
      examples.ints("group")[row] = row % ExampleColumns.GROUPS;
      examples.doubles("weight")[row] = 1;
      examples.ints("label")[row] = labels[row];
    }
    return examples;
  }

  public static TaskSettings settings(int classes, OutputKind kind) {
    return new TaskSettings(
        LabelMap.numbered(classes), kind, IntStream.range(0, classes).boxed().toList(), false);
  }

  /** The outcomes of a model that yields these scores, one row for each example. */
  public static RowBlock outcomes(RowBlock examples, float[][] scores, TaskSettings settings) {
    ClassificationTask task = new ClassificationTask();
    RowBlock outcomes = new RowBlock(task.outcomeColumns(settings), examples.rows());
    int each = scores[0].length;
    try (BufferAllocator allocator = new RootAllocator();
        Tensor tensor =
            Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(scores.length, each))) {
      for (int row = 0; row < scores.length; row++) {
        for (int i = 0; i < each; i++) {
          tensor.memory().setFloat(4L * (row * each + i), scores[row][i]);
        }
      }
      task.reducer(settings)
          .reduce(new Predictions(Map.of("scores", tensor)), examples, 0, scores.length, outcomes);
    }
    return outcomes;
  }

  /** Random logits that are right more often than chance; now and then one is not finite. */
  public static Rows random(int count, int classes, long seed, boolean weighted, String... slices) {
    Random random = new Random(seed);
    int[] labels = random.ints(count, 0, classes).toArray();
    RowBlock examples = examples(labels, slices);
    float[][] logits = new float[count][classes];
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < classes; i++) {
        logits[row][i] = (float) (2 * random.nextGaussian());
      }
      logits[row][labels[row]] += 2;
      if (weighted) {
        examples.doubles("weight")[row] = new double[] {0, 0.1, 1, 2.5}[random.nextInt(4)];
      }
      for (String slice : slices) {
        int value = random.nextInt(4);
        examples.strings("slice_" + slice)[row] = value == 3 ? null : slice + value;
      }
    }
    return new Rows(examples, outcomes(examples, logits, settings(classes, OutputKind.LOGITS)));
  }
}
