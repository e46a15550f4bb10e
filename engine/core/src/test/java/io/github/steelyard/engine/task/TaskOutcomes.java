package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.Predictions;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** The outcomes that a task itself makes of a model's numbers. */
public final class TaskOutcomes {
  private TaskOutcomes() {}

  /** Of a model that yields {@code [rows, n]} numbers, one row for each example. */
  public static RowBlock of(
      Task task, RowBlock examples, float[][] numbers, TaskSettings settings) {
    int each = numbers[0].length;
    float[] flat = new float[numbers.length * each];
    for (int row = 0; row < numbers.length; row++) {
      System.arraycopy(numbers[row], 0, flat, row * each, each);
    }
    return of(task, examples, flat, Shape.of(numbers.length, each), settings);
  }

  /** Of a model that yields these numbers in this shape. */
  public static RowBlock of(
      Task task, RowBlock examples, float[] numbers, Shape shape, TaskSettings settings) {
    RowBlock outcomes = new RowBlock(task.outcomeColumns(settings), examples.rows());
    reduce(task, examples, numbers, shape, settings, 0, outcomes);
    return outcomes;
  }

  /** Writes the outcomes of the last examples, from {@code firstRow} on. */
  public static void reduce(
      Task task,
      RowBlock examples,
      float[] numbers,
      Shape shape,
      TaskSettings settings,
      int firstRow,
      RowBlock outcomes) {
    try (BufferAllocator allocator = new RootAllocator();
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, shape)) {
      for (int i = 0; i < numbers.length; i++) {
        tensor.memory().setFloat(4L * i, numbers[i]);
      }
      Predictions predictions = new Predictions(Map.of("numbers", tensor));
      int rows = examples.rows() - firstRow;
      task.reducer(settings).reduce(predictions, examples, firstRow, rows, outcomes);
    }
  }
}
