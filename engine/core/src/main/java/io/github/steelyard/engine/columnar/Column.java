package io.github.steelyard.engine.columnar;

import java.io.Serializable;

/**
 * A column, declared once.
 *
 * @param id its Parquet field id; never used again for another column of the same table
 * @param nullable whether a row may have no value here
 * @param unit what one unit of the value is ({@code bytes}, {@code 0..1}), or empty
 * @param doc what the value is, in one sentence
 */
public record Column(
    int id, String name, ColumnType type, boolean nullable, String unit, String doc)
    implements Serializable {
  public static Column required(int id, String name, ColumnType type, String unit, String doc) {
    return new Column(id, name, type, false, unit, doc);
  }

  public static Column nullable(int id, String name, ColumnType type, String unit, String doc) {
    return new Column(id, name, type, true, unit, doc);
  }
}
