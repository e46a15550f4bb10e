package io.github.steelyard.engine.columnar;

import java.util.BitSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Hands one row's value of one column of a block to Parquet, without a record around it: of columns
 * that are more than an array of numbers.
 */
interface CellWriter {
  void write(int row);

  /**
   * For one column of one block.
   *
   * @param descriptor of the column's leaf, whose levels say what is missing and what repeats
   */
  static CellWriter of(
      RowBlock block, Column column, ColumnDescriptor descriptor, ColumnWriter out) {
    String name = column.name();
    int level = descriptor.getMaxDefinitionLevel();
    return switch (column.type()) {
      case BOOLEAN -> {
        boolean[] from = block.booleans(name);
        yield orNull(block, column, out, row -> out.write(from[row], 0, level));
      }
      case INT32 -> {
        int[] from = block.ints(name);
        yield orNull(block, column, out, row -> out.write(from[row], 0, level));
      }
      case STRING -> {
        String[] from = block.strings(name);
        yield orNull(from, column, out, row -> out.write(Binary.fromString(from[row]), 0, level));
      }
      case STRING_LIST -> {
        String[][] from = block.stringLists(name);
        yield orNull(from, column, out, list(from, out, level));
      }
      default -> throw new IllegalArgumentException("Cannot write a cell of " + column.type());
    };
  }

  /** Where a bit says that there is no value. */
  private static CellWriter orNull(
      RowBlock block, Column column, ColumnWriter out, CellWriter value) {
    if (!column.nullable()) {
      return value;
    }
    BitSet nulls = block.nulls(column.name());
    return row -> {
      if (nulls.get(row)) {
        out.writeNull(0, 0);
      } else {
        value.write(row);
      }
    };
  }

  /** Where a null says so. */
  private static CellWriter orNull(
      Object[] from, Column column, ColumnWriter out, CellWriter value) {
    return row -> {
      if (from[row] != null) {
        value.write(row);
      } else if (column.nullable()) {
        out.writeNull(0, 0);
      } else {
        throw noValue(row, column);
      }
    };
  }

  static IllegalStateException noValue(int row, Column column) {
    return new IllegalStateException(
        "Cannot write row " + row + " without a value in '" + column.name() + "'");
  }

  private static CellWriter list(String[][] from, ColumnWriter out, int level) {
    return row -> {
      String[] list = from[row];
      if (list.length == 0) {
        out.writeNull(0, level - 1);
      }
      for (int i = 0; i < list.length; i++) {
        out.write(Binary.fromString(list[i]), i == 0 ? 0 : 1, level);
      }
    };
  }
}
