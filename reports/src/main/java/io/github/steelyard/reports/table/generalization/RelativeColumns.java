package io.github.steelyard.reports.table.generalization;

import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.table.TableColumn;
import java.util.function.Function;

/** The columns that say which domain is held against which, alike in all tables. */
final class RelativeColumns {
  private RelativeColumns() {}

  static <R> TableColumn<R> dataset(int id, Function<R, Relative> of) {
    return TableColumn.text(
        id,
        "dataset",
        "The data set that stands for another domain.",
        row -> of.apply(row).dataset());
  }

  static <R> TableColumn<R> split(int id, Function<R, Relative> of) {
    return TableColumn.text(id, "split", "Its split.", row -> of.apply(row).split());
  }

  static <R> TableColumn<R> originDataset(int id, Function<R, Relative> of) {
    return TableColumn.text(
        id,
        "origin_dataset",
        "The data set that it is held against.",
        row -> of.apply(row).originDataset());
  }

  static <R> TableColumn<R> originSplit(int id, Function<R, Relative> of) {
    return TableColumn.text(
        id,
        "origin_split",
        "The split that it is held against.",
        row -> of.apply(row).originSplit());
  }
}
