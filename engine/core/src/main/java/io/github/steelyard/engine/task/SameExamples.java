package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** Outcomes can only be compared row by row where they are of the same examples. */
public final class SameExamples {
  private SameExamples() {}

  /**
   * Counts the rows that one of the models or both could not score, and leaves the others to {@code
   * both}, which adds them.
   *
   * @param scored the outcome column that is null where an example was not scored
   * @throws BadInputException when the blocks are not of the same examples in one order
   */
  public static void compare(
      RowBlock one, RowBlock other, Column scored, Agreement into, IntConsumer both) {
    check(one, other);
    BitSet left = one.nulls(scored.name());
    BitSet right = other.nulls(scored.name());
    for (int row = 0; row < one.rows(); row++) {
      if (left.get(row) || right.get(row)) {
        into.notCompared(left.get(row) != right.get(row));
      } else {
        both.accept(row);
      }
    }
  }

  private static void check(RowBlock one, RowBlock other) {
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
