package io.github.steelyard.reports.table.column;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.table.TableColumn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a difference between a metric here and there, alike in all tables. */
public final class DifferenceColumns {
  private static final String UNIT = "the metric's";

  private DifferenceColumns() {}

  public static <R> TableColumn<R> undefinedReason(int id, Function<R, @Nullable String> of) {
    return TableColumn.nullableText(
        id, "undefined_reason", "Why there is no difference; none where there is one.", of);
  }

  public static <R> TableColumn<R> lower(int id, Function<R, @Nullable Interval> of) {
    return IntervalColumns.lower(
        id, UNIT, "Lower bound of the confidence interval of the difference.", of);
  }

  public static <R> TableColumn<R> upper(int id, Function<R, @Nullable Interval> of) {
    return IntervalColumns.upper(
        id, UNIT, "Upper bound of the confidence interval of the difference.", of);
  }

  public static <R> TableColumn<R> method(int id, Function<R, @Nullable Interval> of) {
    return IntervalColumns.method(
        id,
        "How the interval was made: 'mover', or 'jackknife' where clusters reach over both sides.",
        of);
  }

  public static <R> TableColumn<R> noIntervalReason(int id, Function<R, @Nullable String> of) {
    return TableColumn.nullableText(
        id, "no_interval_reason", "Why a difference has no interval.", of);
  }
}
