package io.github.steelyard.reports.table.column;

import io.github.steelyard.reports.table.TableColumn;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that say which value of which metric a row is about, alike in all tables. */
public final class MetricColumns {
  private MetricColumns() {}

  public static <R> TableColumn<R> metric(int id, Function<R, String> of) {
    return TableColumn.text(id, "metric", "The metric's id: 'accuracy'.", of);
  }

  public static <R> TableColumn<R> aspect(int id, Function<R, @Nullable String> of) {
    return TableColumn.nullableText(
        id, "aspect", "Which of the metric's values this is: 'macro', a class, a k.", of);
  }
}
