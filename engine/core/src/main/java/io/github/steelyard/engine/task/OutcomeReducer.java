package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.inference.Predictions;

/** Turns a model's answers into outcome rows, beside the engine; used by one thread. */
public interface OutcomeReducer {
  /**
   * Writes the outcomes of one batch.
   *
   * @param predictions of {@code rows} examples
   * @param examples the shard's examples with their labels
   * @param firstRow the row, in {@code examples} and in {@code outcomes} alike, of the batch's
   *     first example
   * @param rows number of examples in the batch
   * @param outcomes rows of the task's outcome columns
   * @throws io.github.steelyard.engine.problem.BadInputException when the outputs do not fit the
   *     task: another number of classes, say
   */
  void reduce(
      Predictions predictions, RowBlock examples, int firstRow, int rows, RowBlock outcomes);
}
