package io.github.steelyard.reports.table.column;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.table.TableColumn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of an interval that may not be there; what it is around, each table says itself. */
public final class IntervalColumns {
  private IntervalColumns() {}

  public static <R> TableColumn<R> lower(
      int id, String unit, String doc, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableNumber(id, "lower", unit, doc, part(of, Interval::lower));
  }

  public static <R> TableColumn<R> upper(
      int id, String unit, String doc, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableNumber(id, "upper", unit, doc, part(of, Interval::upper));
  }

  public static <R> TableColumn<R> confidence(int id, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableNumber(
        id,
        "confidence",
        "0..1",
        "The interval's confidence: 0.95.",
        part(of, Interval::confidence));
  }

  public static <R> TableColumn<R> method(int id, String doc, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableText(id, "interval_method", doc, part(of, Interval::method));
  }

  private static <R, T> Function<R, @Nullable T> part(
      Function<R, @Nullable Interval> of, Function<Interval, T> part) {
    return row -> {
      Interval interval = of.apply(row);
      return interval == null ? null : part.apply(interval);
    };
  }
}
