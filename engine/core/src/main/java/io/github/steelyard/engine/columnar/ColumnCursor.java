package io.github.steelyard.engine.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Copies the values of one column of a row group into the arrays of row blocks. */
final class ColumnCursor {
  private final Column column;
  private final LeafReader in;
  private final int valueLevel;

  /**
   * @param valueLevel the definition level of a value that is there
   */
  ColumnCursor(Column column, LeafReader in, int valueLevel) {
    this.column = column;
    this.in = in;
    this.valueLevel = valueLevel;
  }

  /** Hands a binary column's values over instead of keeping them. */
  void read(BinaryTarget target, RowBlock block, int first, int rows) {
    if (column.type() == ColumnType.BINARY) {
      scalars(block, first, rows, row -> target.put(row, in.values().readBytes().toByteBuffer()));
    } else {
      read(block, first, rows);
    }
  }

  void read(RowBlock block, int first, int rows) {
    String name = column.name();
    switch (column.type()) {
      case BOOLEAN -> {
        boolean[] to = block.booleans(name);
        scalars(block, first, rows, row -> to[row] = in.values().readBoolean());
      }
      case INT32 -> {
        int[] to = block.ints(name);
        scalars(block, first, rows, row -> to[row] = in.values().readInteger());
      }
      case INT64, TIMESTAMP -> {
        long[] to = block.longs(name);
        stretches(block, first, rows, (row, count) -> in.longs(to, row, count));
      }
      case FLOAT32 -> {
        float[] to = block.floats(name);
        scalars(block, first, rows, row -> to[row] = in.values().readFloat());
      }
      case FLOAT64 -> {
        double[] to = block.doubles(name);
        stretches(block, first, rows, (row, count) -> in.doubles(to, row, count));
      }
      case STRING -> {
        String[] to = block.strings(name);
        scalars(block, first, rows, row -> to[row] = in.text());
      }
      case BINARY -> {
        byte[][] to = block.binaries(name);
        scalars(block, first, rows, row -> to[row] = in.values().readBytes().getBytes());
      }
      case INT32_LIST -> intLists(block.intLists(name), first, rows);
      case FLOAT32_LIST -> floatLists(block.floatLists(name), first, rows);
      case STRING_LIST -> {
        String[][] to = block.stringLists(name);
        List<String> buffer = new ArrayList<>();
        lists(
            first,
            rows,
            () -> buffer.add(in.text()),
            row -> {
              to[row] = buffer.toArray(new String[0]);
              buffer.clear();
            });
      }
    }
  }

  /** Reads values that are there. */
  private interface Stretch {
    void read(int row, int count);
  }

  private void scalars(RowBlock block, int first, int rows, IntConsumer copy) {
    stretches(
        block,
        first,
        rows,
        (row, count) -> {
          for (int next = row; next < row + count; next++) {
            copy.accept(next);
          }
        });
  }

  private void stretches(RowBlock block, int first, int rows, Stretch stretch) {
    int end = first + rows;
    for (int row = first; row < end; ) {
      int present = in.present(end - row);
      if (present > 0) {
        stretch.read(row, present);
        in.advance(present);
        row += present;
      } else {
        if (in.definitionLevel() == valueLevel) {
          stretch.read(row, 1);
        } else {
          block.nulls(column.name()).set(row);
        }
        in.advance();
        row++;
      }
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
          grown[0][length[0]++] = in.values().readInteger();
        },
        row -> {
          to[row] = Arrays.copyOf(grown[0], length[0]);
          length[0] = 0;
        });
  }

  /** With a loop of its own: scores are most of what is read. */
  private void floatLists(float[][] to, int first, int rows) {
    float[] grown = new float[64];
    int missingLevel = missingLevel();
    for (int row = first; row < first + rows; row++) {
      int whole = in.wholeList();
      if (whole > 0) {
        to[row] = new float[whole];
        in.floats(to[row]);
        continue;
      }
      boolean missing = in.definitionLevel() == missingLevel;
      int length = 0;
      do {
        if (in.definitionLevel() == valueLevel) {
          if (length == grown.length) {
            grown = Arrays.copyOf(grown, 2 * length);
          }
          grown[length++] = in.values().readFloat();
        }
        in.advance();
      } while (in.more() && in.repetitionLevel() > 0);
      if (!missing) {
        to[row] = Arrays.copyOf(grown, length);
      }
    }
  }

  /** Below the value's level: 0 for a missing nullable list, the one above for an empty one. */
  private int missingLevel() {
    return column.nullable() ? 0 : -1;
  }

  private void lists(int first, int rows, Runnable element, IntConsumer endOfRow) {
    int missingLevel = missingLevel();
    for (int row = first; row < first + rows; row++) {
      boolean missing = in.definitionLevel() == missingLevel;
      do {
        if (in.definitionLevel() == valueLevel) {
          element.run();
        }
        in.advance();
      } while (in.more() && in.repetitionLevel() > 0);
      if (!missing) {
        endOfRow.accept(row);
      }
    }
  }
}
