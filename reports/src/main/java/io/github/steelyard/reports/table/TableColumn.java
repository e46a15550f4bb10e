package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.columnar.RowBlock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a report table and where its value comes from.
 *
 * @param <R> one row
 */
public final class TableColumn<R> {
  private interface Value<R> {
    @Nullable Object of(R row);
  }

  private final Column column;
  private final Value<R> value;

  private TableColumn(Column column, Value<R> value) {
    this.column = column;
    this.value = value;
  }

  public Column column() {
    return column;
  }

  public static <R> TableColumn<R> text(
      int id, String name, String doc, Function<R, String> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.STRING, "", doc), row -> value.apply(row));
  }

  public static <R> TableColumn<R> nullableText(
      int id, String name, String doc, Function<R, @Nullable String> value) {
    return new TableColumn<>(
        Column.nullable(id, name, ColumnType.STRING, "", doc), row -> value.apply(row));
  }

  public static <R> TableColumn<R> texts(
      int id, String name, String doc, Function<R, List<String>> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.STRING_LIST, "", doc),
        row -> value.apply(row).toArray(new String[0]));
  }

  /** A time, to the millisecond. */
  public static <R> TableColumn<R> time(
      int id, String name, String doc, Function<R, Instant> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.TIMESTAMP, "UTC", doc),
        row -> value.apply(row).toEpochMilli());
  }

  public static <R> TableColumn<R> index(
      int id, String name, String unit, String doc, ToIntFunction<R> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.INT32, unit, doc), row -> value.applyAsInt(row));
  }

  public static <R> TableColumn<R> nullableIndex(
      int id, String name, String unit, String doc, Function<R, @Nullable Integer> value) {
    return new TableColumn<>(
        Column.nullable(id, name, ColumnType.INT32, unit, doc), row -> value.apply(row));
  }

  public static <R> TableColumn<R> count(
      int id, String name, String unit, String doc, ToLongFunction<R> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.INT64, unit, doc), row -> value.applyAsLong(row));
  }

  public static <R> TableColumn<R> nullableCount(
      int id, String name, String unit, String doc, Function<R, @Nullable Long> value) {
    return new TableColumn<>(
        Column.nullable(id, name, ColumnType.INT64, unit, doc), row -> value.apply(row));
  }

  public static <R> TableColumn<R> number(
      int id, String name, String unit, String doc, ToDoubleFunction<R> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.FLOAT64, unit, doc), row -> value.applyAsDouble(row));
  }

  public static <R> TableColumn<R> nullableNumber(
      int id, String name, String unit, String doc, Function<R, @Nullable Double> value) {
    return new TableColumn<>(
        Column.nullable(id, name, ColumnType.FLOAT64, unit, doc), row -> value.apply(row));
  }

  public static <R> TableColumn<R> flag(int id, String name, String doc, Predicate<R> value) {
    return new TableColumn<>(
        Column.required(id, name, ColumnType.BOOLEAN, "", doc), row -> value.test(row));
  }

  public static <R> TableColumn<R> nullableFlag(
      int id, String name, String doc, Function<R, @Nullable Boolean> value) {
    return new TableColumn<>(
        Column.nullable(id, name, ColumnType.BOOLEAN, "", doc), row -> value.apply(row));
  }

  void put(R row, RowBlock block, int index) {
    String name = column.name();
    Object cell = value.of(row);
    if (cell == null) {
      if (!column.nullable()) {
        throw new IllegalArgumentException("Cannot leave out '" + name + "' in " + row);
      }
      block.nulls(name).set(index);
      return;
    }
    switch (column.type()) {
      case BOOLEAN -> block.booleans(name)[index] = (Boolean) cell;
      case INT32 -> block.ints(name)[index] = (Integer) cell;
      case INT64, TIMESTAMP -> block.longs(name)[index] = (Long) cell;
      case FLOAT64 -> block.doubles(name)[index] = finite((Double) cell, row);
      case STRING -> block.strings(name)[index] = (String) cell;
      case STRING_LIST -> block.stringLists(name)[index] = (String[]) cell;
      default -> throw new IllegalStateException("No report has a column of " + column.type());
    }
  }

  private double finite(double number, R row) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "Cannot write " + number + " as '" + column.name() + "' of " + row);
    }
    return number;
  }
}
