package io.github.steelyard.engine.task.regression;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OneOutput;
import io.github.steelyard.engine.task.OutcomeReducer;
import io.github.steelyard.engine.task.TaskSettings;
import java.nio.FloatBuffer;
import java.util.BitSet;

/** Reads one float32 an example from Arrow memory and writes the outcomes. */
final class RegressionReducer implements OutcomeReducer {
  private static final OneOutput OUTPUT =
      new OneOutput(RegressionTask.NAME, 1, "numbers for each example, regression expects one");

  RegressionReducer(TaskSettings settings) {
    if (settings.labels().classes() != 0 || !settings.outputClasses().isEmpty()) {
      throw new BadInputException(
          "Cannot predict a number for the classes %s: regression expects none"
              .formatted(settings.labels().names()));
    }
  }

  @Override
  public void reduce(
      Predictions predictions, RowBlock examples, int firstRow, int rows, RowBlock outcomes) {
    FloatBuffer memory = OUTPUT.memory(predictions, rows);
    long[] from = examples.longs(ExampleColumns.ORDINAL.name());
    double[] targets = examples.doubles(RegressionTask.TARGET.name());
    long[] ordinals = outcomes.longs(ExampleColumns.ORDINAL.name());
    double[] numbers = outcomes.doubles(RegressionTask.PREDICTION.name());
    BitSet nulls = outcomes.nulls(RegressionTask.PREDICTION.name());
    for (int row = firstRow; row < firstRow + rows; row++) {
      // What float32 cannot hold no model can answer, and its square would be infinite.
      if (!(Math.abs(targets[row]) <= Float.MAX_VALUE)) {
        throw new BadInputException(
            "Example %d has the target %s: expected a finite number within ±3.4e38"
                .formatted(from[row], targets[row]));
      }
      ordinals[row] = from[row];
      float number = memory.get(row - firstRow);
      if (Float.isFinite(number)) {
        numbers[row] = number;
      } else {
        nulls.set(row);
      }
    }
  }
}
