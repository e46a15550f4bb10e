package io.github.steelyard.datasets.column;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.collection.Seq;

/** One row of a Spark relation. */
record SparkCells(Row row) implements Cells {
  @Override
  public @Nullable String text(int column) {
    Object value = row.isNullAt(column) ? null : row.get(column);
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      // Classes are often kept as floating-point numbers: 3.0 is class 3.
      return number == Math.rint(number) && Math.abs(number) < 1L << 53
          ? Long.toString((long) number)
          : value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }

  @Override
  public void numbers(int column, FeatureValues target) {
    Object value = row.isNullAt(column) ? null : row.get(column);
    if (value instanceof byte[] binary) {
      target.add(binary);
    } else {
      if (value instanceof Seq) {
        target.list();
      }
      add(value, target);
    }
  }

  private static void add(@Nullable Object value, FeatureValues target) {
    if (value instanceof Number number) {
      target.add(number.doubleValue());
    } else if (value instanceof Seq<?> sequence) {
      Iterator<?> elements = sequence.iterator();
      while (elements.hasNext()) {
        add(elements.next(), target);
      }
    } else {
      throw target.unexpected("no value");
    }
  }
}
