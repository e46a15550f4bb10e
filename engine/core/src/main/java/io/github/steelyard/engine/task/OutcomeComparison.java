package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;

/** Holds one model's outcomes against another's, example by example. */
public interface OutcomeComparison {
  /**
   * Compares the outcomes of the same examples, which stand in the same rows of both blocks.
   *
   * @throws io.github.steelyard.engine.problem.BadInputException when they are not of the same
   *     examples
   */
  void add(RowBlock one, RowBlock other, Agreement into);
}
