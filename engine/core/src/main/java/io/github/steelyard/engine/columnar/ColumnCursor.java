package io.github.steelyard.engine.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.parquet.column.ColumnReader;

/** Copies the values of one column of a row group into the arrays of row blocks. */
final class ColumnCursor {
  private final Column column;
  private final ColumnReader in;
  private final int valueLevel;
  private long valuesLeft;

  @SuppressWarnings("deprecation") // the replacement counts pages, not values
  ColumnCursor(Column column, ColumnReader in) {
    this.column = column;
    this.in = in;
    this.valueLevel = in.getDescriptor().getMaxDefinitionLevel();
    this.valuesLeft = in.getTotalValueCount();
  }

  /** Hands a binary column's values over instead of keeping them. */
  void read(BinaryTarget target, RowBlock block, int first, int rows) {
    if (column.type() == ColumnType.BINARY) {
      scalars(block, first, rows, row -> target.put(row, in.getBinary().toByteBuffer()));
    } else {
      read(block, first, rows);
    }
  }

  void read(RowBlock block, int first, int rows) {
    String name = column.name();
    switch (column.type()) {
      case BOOLEAN -> {
        boolean[] to = block.booleans(name);
        scalars(block, first, rows, row -> to[row] = in.getBoolean());
      }
      case INT32 -> {
        int[] to = block.ints(name);
        scalars(block, first, rows, row -> to[row] = in.getInteger());
      }
      case INT64, TIMESTAMP -> {
        long[] to = block.longs(name);
        scalars(block, first, rows, row -> to[row] = in.getLong());
      }
      case FLOAT32 -> {
        float[] to = block.floats(name);
        scalars(block, first, rows, row -> to[row] = in.getFloat());
      }
      case FLOAT64 -> {
        double[] to = block.doubles(name);
        scalars(block, first, rows, row -> to[row] = in.getDouble());
      }
      case STRING -> {
        String[] to = block.strings(name);
        scalars(block, first, rows, row -> to[row] = in.getBinary().toStringUsingUTF8());
      }
      case BINARY -> {
        byte[][] to = block.binaries(name);
        scalars(block, first, rows, row -> to[row] = in.getBinary().getBytes());
      }
      case INT32_LIST -> intLists(block.intLists(name), first, rows);
      case FLOAT32_LIST -> floatLists(block.floatLists(name), first, rows);
      case STRING_LIST -> {
        String[][] to = block.stringLists(name);
        List<String> buffer = new ArrayList<>();
        lists(
            first,
            rows,
            () -> buffer.add(in.getBinary().toStringUsingUTF8()),
            row -> {
              to[row] = buffer.toArray(new String[0]);
              buffer.clear();
            });
      }
    }
  }

  private void scalars(RowBlock block, int first, int rows, IntConsumer copy) {
    for (int row = first; row < first + rows; row++) {
      if (in.getCurrentDefinitionLevel() == valueLevel) {
        copy.accept(row);
      } else {
        block.nulls(column.name()).set(row);
      }
      in.consume();
    }
  }

  private void intLists(int[][] to, int first, int rows) {
    int[][] grown = {new int[64]};
    int[] length = {0};
    lists(
        first,
        rows,
        () -> {
          if (length[0] == grown[0].length) {
            grown[0] = Arrays.copyOf(grown[0], 2 * length[0]);
          }
          grown[0][length[0]++] = in.getInteger();
        },
        row -> {
          to[row] = Arrays.copyOf(grown[0], length[0]);
          length[0] = 0;
        });
  }

  private void floatLists(float[][] to, int first, int rows) {
    float[][] grown = {new float[64]};
    int[] length = {0};
    lists(
        first,
        rows,
        () -> {
          if (length[0] == grown[0].length) {
            grown[0] = Arrays.copyOf(grown[0], 2 * length[0]);
          }
          grown[0][length[0]++] = in.getFloat();
        },
        row -> {
          to[row] = Arrays.copyOf(grown[0], length[0]);
          length[0] = 0;
        });
  }

  private void lists(int first, int rows, Runnable element, IntConsumer endOfRow) {
    // Definition levels below the value's: 0 for a missing nullable list, the one above for an
    // empty.
    int missingLevel = column.nullable() ? 0 : -1;
    for (int row = first; row < first + rows; row++) {
      boolean missing = in.getCurrentDefinitionLevel() == missingLevel;
      do {
        if (in.getCurrentDefinitionLevel() == valueLevel) {
          element.run();
        }
        in.consume();
        valuesLeft--;
      } while (valuesLeft > 0 && in.getCurrentRepetitionLevel() > 0);
      if (!missing) {
        endOfRow.accept(row);
      }
    }
  }
}
