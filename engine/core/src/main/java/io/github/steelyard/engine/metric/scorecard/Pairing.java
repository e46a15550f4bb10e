package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Examples and their outcomes, row by row. */
final class Pairing {
  /** The types whose nulls are bits of a block. */
  private static final Set<ColumnType> NULL_AS_BIT =
      EnumSet.of(
          ColumnType.BOOLEAN,
          ColumnType.INT32,
          ColumnType.INT64,
          ColumnType.FLOAT32,
          ColumnType.FLOAT64,
          ColumnType.TIMESTAMP);

  private Pairing() {}

  static void check(RowBlock examples, RowBlock outcomes) {
    long[] ordinals = examples.longs(ExampleColumns.ORDINAL.name());
    long[] theirs = outcomes.longs(ExampleColumns.ORDINAL.name());
    int row = Arrays.mismatch(ordinals, theirs);
    if (row >= 0 && row < Math.min(ordinals.length, theirs.length)) {
      throw new BadInputException(
          "Cannot pair examples with outcomes: row %d is example %d among the one and %d among the other"
              .formatted(row, ordinals[row], theirs[row]));
    }
    if (row >= 0) {
      throw new BadInputException(
          "Cannot pair %d examples with %d outcomes".formatted(ordinals.length, theirs.length));
    }
    for (int group : examples.ints(ExampleColumns.GROUP.name())) {
      if (!(group >= 0 && group < ExampleColumns.GROUPS)) {
        throw new BadInputException(
            "Cannot score an example of group %d: expected 0 to %d"
                .formatted(group, ExampleColumns.GROUPS - 1));
      }
    }
  }

  /** The ordinal, the first column whose nulls are bits, and what is wanted. */
  static List<Column> outcomeColumns(List<Column> stored, Set<String> wanted) {
    Optional<Column> telling = stored.stream().filter(Pairing::marksNotScored).findFirst();
    return stored.stream()
        .filter(
            column ->
                column.name().equals(ExampleColumns.ORDINAL.name())
                    || wanted.contains(column.name())
                    || telling.filter(column::equals).isPresent())
        .toList();
  }

  /** The rows that have no value in any nullable column of a primitive type. */
  static BitSet notScored(RowBlock outcomes) {
    BitSet rows = new BitSet();
    boolean first = true;
    for (Column column : outcomes.columns()) {
      if (marksNotScored(column)) {
        if (first) {
          rows.or(outcomes.nulls(column.name()));
        } else {
          rows.and(outcomes.nulls(column.name()));
        }
        first = false;
      }
    }
    return rows;
  }

  /** True for the columns in whose nulls a model says that it could not score an example. */
  static boolean marksNotScored(Column column) {
    return column.nullable() && NULL_AS_BIT.contains(column.type());
  }
}
