package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.BadInputException;

/** Outcomes can only be compared row by row where they are of the same examples. */
final class SameExamples {
  private SameExamples() {}

  static void check(RowBlock one, RowBlock other) {
    if (one.rows() != other.rows()) {
      throw new BadInputException(
          "Cannot compare %d outcomes with %d: expected those of the same examples"
              .formatted(one.rows(), other.rows()));
    }
    long[] left = one.longs(ExampleColumns.ORDINAL.name());
    long[] right = other.longs(ExampleColumns.ORDINAL.name());
    for (int row = 0; row < one.rows(); row++) {
      if (left[row] != right[row]) {
        throw new BadInputException(
            "Cannot compare example %d with example %d: expected the same examples in one order"
                .formatted(left[row], right[row]));
      }
    }
  }
}
