package io.github.steelyard.engine.columnar;

import java.util.BitSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/** Hands one row's value of one column of a block to Parquet, without a record around it. */
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
      case INT64, TIMESTAMP -> {
        long[] from = block.longs(name);
        yield orNull(block, column, out, row -> out.write(from[row], 0, level));
      }
      case FLOAT32 -> {
        float[] from = block.floats(name);
        yield orNull(block, column, out, row -> out.write(from[row], 0, level));
      }
      case FLOAT64 -> {
        double[] from = block.doubles(name);
        yield orNull(block, column, out, row -> out.write(from[row], 0, level));
      }
      case STRING -> {
        String[] from = block.strings(name);
        yield orNull(from, column, out, row -> out.write(Binary.fromString(from[row]), 0, level));
      }
      case BINARY -> {
        byte[][] from = block.binaries(name);
        yield orNull(
            from, column, out, row -> out.write(Binary.fromConstantByteArray(from[row]), 0, level));
      }
      case INT32_LIST -> {
        int[][] from = block.intLists(name);
        ElementWriter element = (row, i, repeated) -> out.write(from[row][i], repeated, level);
        yield orNull(from, column, out, list(row -> from[row].length, element, out, level));
      }
      case FLOAT32_LIST -> {
        float[][] from = block.floatLists(name);
        ElementWriter element = (row, i, repeated) -> out.write(from[row][i], repeated, level);
        yield orNull(from, column, out, list(row -> from[row].length, element, out, level));
      }
      case STRING_LIST -> {
        String[][] from = block.stringLists(name);
        ElementWriter element =
            (row, i, repeated) -> out.write(Binary.fromString(from[row][i]), repeated, level);
        yield orNull(from, column, out, list(row -> from[row].length, element, out, level));
      }
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
        throw new IllegalStateException(
            "Cannot write row " + row + " without a value in '" + column.name() + "'");
      }
    };
  }

  /** How many elements a row's list has. */
  interface Lengths {
    int of(int row);
  }

  /** Writes one element of one row's list. */
  interface ElementWriter {
    void write(int row, int element, int repetitionLevel);
  }

  private static CellWriter list(
      Lengths lengths, ElementWriter element, ColumnWriter out, int level) {
    return row -> {
      int length = lengths.of(row);
      if (length == 0) {
        out.writeNull(0, level - 1);
      }
      for (int i = 0; i < length; i++) {
        element.write(row, i, i == 0 ? 0 : 1);
      }
    };
  }
}
