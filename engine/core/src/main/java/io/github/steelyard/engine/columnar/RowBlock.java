package io.github.steelyard.engine.columnar;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A fixed number of rows, held as one primitive array for each column, so that a loop over rows
 * boxes nothing. Values start as 0, false or null; a null in a primitive column is a bit in {@link
 * #nulls}.
 */
public final class RowBlock {
  private final List<Column> columns;
  private final int rows;
  private final Map<String, Object> arrays = new LinkedHashMap<>();
  private final Map<String, BitSet> nulls = new LinkedHashMap<>();

  public RowBlock(List<Column> columns, int rows) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    for (Column column : columns) {
      if (arrays.put(column.name(), newArray(column.type(), rows)) != null) {
        throw new IllegalArgumentException("Cannot have two columns '" + column.name() + "'");
      }
      nulls.put(column.name(), new BitSet());
    }
  }

  private static Object newArray(ColumnType type, int rows) {
    return switch (type) {
      case BOOLEAN -> new boolean[rows];
      case INT32 -> new int[rows];
      case INT64, TIMESTAMP -> new long[rows];
      case FLOAT32 -> new float[rows];
      case FLOAT64 -> new double[rows];
      case STRING -> new String[rows];
      case BINARY -> new byte[rows][];
      case INT32_LIST -> new int[rows][];
      case FLOAT32_LIST -> new float[rows][];
      case STRING_LIST -> new String[rows][];
    };
  }

  private RowBlock(RowBlock one, RowBlock other) {
    this.columns = Stream.concat(one.columns.stream(), other.columns.stream()).toList();
    this.rows = one.rows;
    for (RowBlock block : List.of(one, other)) {
      arrays.putAll(block.arrays);
      nulls.putAll(block.nulls);
    }
    if (other.rows != rows || arrays.size() < columns.size()) {
      throw new IllegalArgumentException(
          "Cannot put %d rows of %s beside %d of %s"
              .formatted(other.rows, other.arrays.keySet(), rows, one.arrays.keySet()));
    }
  }

  /** The columns of this block and of another one with as many rows, whose arrays it shares. */
  public RowBlock beside(RowBlock other) {
    return new RowBlock(this, other);
  }

  public List<Column> columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public boolean has(String column) {
    return arrays.containsKey(column);
  }

  public boolean[] booleans(String column) {
    return array(column, boolean[].class);
  }

  public int[] ints(String column) {
    return array(column, int[].class);
  }

  public long[] longs(String column) {
    return array(column, long[].class);
  }

  public float[] floats(String column) {
    return array(column, float[].class);
  }

  public double[] doubles(String column) {
    return array(column, double[].class);
  }

  public String[] strings(String column) {
    return array(column, String[].class);
  }

  public byte[][] binaries(String column) {
    return array(column, byte[][].class);
  }

  public int[][] intLists(String column) {
    return array(column, int[][].class);
  }

  public float[][] floatLists(String column) {
    return array(column, float[][].class);
  }

  public String[][] stringLists(String column) {
    return array(column, String[][].class);
  }

  /** The rows that have no value in a nullable primitive column; mutable. */
  public BitSet nulls(String column) {
    return Objects.requireNonNull(nulls.get(column), () -> "Unknown column: '" + column + "'");
  }

  /** Leaves all nullable columns of a row without a value. */
  public void withoutValues(int row) {
    for (Column column : columns) {
      if (column.nullable()) {
        nulls(column.name()).set(row);
      }
    }
  }

  private <T> T array(String column, Class<T> type) {
    return type.cast(array(column));
  }

  /** A column's array, whatever its type. */
  public Object array(String column) {
    Object array = arrays.get(column);
    if (array == null) {
      throw new IllegalArgumentException(
          "Unknown column: '" + column + "'. Known: " + String.join(", ", arrays.keySet()));
    }
    return array;
  }
}
