package io.github.steelyard.reports.table;

import io.github.steelyard.engine.statistics.Interval;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the interval around a difference, alike in all tables. */
public final class DifferenceColumns {
  private DifferenceColumns() {}

  public static <R> TableColumn<R> lower(int id, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableNumber(
        id,
        "lower",
        "the metric's",
        "Lower bound of the confidence interval of the difference.",
        row -> Intervals.part(of.apply(row), Interval::lower));
  }

  public static <R> TableColumn<R> upper(int id, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableNumber(
        id,
        "upper",
        "the metric's",
        "Upper bound of the confidence interval of the difference.",
        row -> Intervals.part(of.apply(row), Interval::upper));
  }

  public static <R> TableColumn<R> confidence(int id, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableNumber(
        id,
        "confidence",
        "0..1",
        "The interval's confidence: 0.95.",
        row -> Intervals.part(of.apply(row), Interval::confidence));
  }

  public static <R> TableColumn<R> method(int id, Function<R, @Nullable Interval> of) {
    return TableColumn.nullableText(
        id,
        "interval_method",
        "How the interval was made: 'mover', or 'jackknife' where clusters reach over both sides.",
        row -> Intervals.part(of.apply(row), Interval::method));
  }
}
