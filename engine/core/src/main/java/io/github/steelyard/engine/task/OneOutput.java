package io.github.steelyard.engine.task;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.BadInputException;
import java.nio.FloatBuffer;

/**
 * The one float32 output {@code [rows, each]} of a model that a task reads, in Arrow's memory.
 *
 * @param task its name
 * @param each numbers an example; {@code [rows]} will do for one
 * @param expected what the number of numbers should have been, for the message of a mistake
 */
public record OneOutput(String task, int each, String expected) {
  /** All numbers, row by row. */
  public FloatBuffer memory(Predictions predictions, int rows) {
    if (predictions.outputs().size() != 1) {
      throw new BadInputException(
          "The model yields the outputs %s, %s expects one"
              .formatted(predictions.outputs().keySet(), task));
    }
    Tensor tensor = predictions.only();
    Shape shape = tensor.shape();
    if (tensor.type() != TensorType.FLOAT32 || shape.rank() < 1 || shape.extent(0) != rows) {
      throw new BadInputException(
          "The model yields %s %s, %s expects FLOAT32 [%d, %d]"
              .formatted(tensor.type(), shape, task, rows, each));
    }
    long numbersEach = rows == 0 ? each : shape.elements() / rows;
    if (numbersEach != each) {
      throw new BadInputException("The model yields %d %s".formatted(numbersEach, expected));
    }
    return tensor.buffer().asFloatBuffer();
  }

  /** One score for each class of the data set. */
  public static OneOutput scores(String task, int classes) {
    return new OneOutput(task, classes, "scores, the data set has %d classes".formatted(classes));
  }
}
