package io.github.steelyard.engine.calibration;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;

/**
 * A classifier's stored outcomes as they would be at another temperature. The reduction that made
 * them makes the new ones, too, of the logarithms of the stored probabilities.
 */
public final class TemperatureScaling {
  private final List<Column> columns;
  private final OutcomeReducer reducer;
  private final int classes;
  private final double temperature;
  private final BufferAllocator allocator;

  /**
   * @param settings under which the outcomes were made; they hold all scores
   * @param temperature above 0
   */
  public TemperatureScaling(TaskSettings settings, double temperature, BufferAllocator allocator) {
    ClassificationTask task = new ClassificationTask();
    classes = settings.labels().classes();
    TaskSettings logits =
        new TaskSettings(
            settings.labels(),
            OutputKind.LOGITS,
            IntStream.range(0, classes).boxed().toList(),
            settings.allScores());
    columns = task.outcomeColumns(logits);
    reducer = task.reducer(logits);
    this.temperature = temperature;
    this.allocator = allocator;
  }

  /**
   * New outcomes; those without a value have none here either.
   *
   * @param outcomes of the same examples in the same order
   */
  public RowBlock of(RowBlock examples, RowBlock outcomes) {
    RowBlock scaled = new RowBlock(columns, outcomes.rows());
    if (outcomes.rows() == 0) {
      return scaled;
    }
    Tensor logits =
        Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(outcomes.rows(), classes));
    try (Predictions predictions = new Predictions(Map.of("logits", logits))) {
      fill(logits.buffer().asFloatBuffer(), outcomes);
      reducer.reduce(predictions, examples, 0, outcomes.rows(), scaled);
    }
    return scaled;
  }

  private void fill(FloatBuffer logits, RowBlock outcomes) {
    float[][] scores = outcomes.floatLists(ClassificationTask.SCORES.name());
    BitSet notScored = outcomes.nulls(ClassificationTask.LABEL_LOG_PROBABILITY.name());
    for (int row = 0; row < outcomes.rows(); row++) {
      for (int index = 0; index < classes; index++) {
        logits.put(
            notScored.get(row)
                ? Float.NaN
                : (float) (TemperatureFit.logarithm(scores[row][index]) / temperature));
      }
    }
  }
}
