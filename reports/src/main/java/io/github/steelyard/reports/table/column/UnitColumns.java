package io.github.steelyard.reports.table.column;

import io.github.steelyard.reports.table.TableColumn;
import java.util.function.Function;

/** The columns that say which model on which data a row is of, alike in all tables. */
public final class UnitColumns {
  private UnitColumns() {}

  public static <R> TableColumn<R> model(int id, Function<R, String> of) {
    return TableColumn.text(id, "model", "The model's name in the suite.", of);
  }

  public static <R> TableColumn<R> dataset(int id, Function<R, String> of) {
    return TableColumn.text(id, "dataset", "The data set's name in the suite.", of);
  }

  public static <R> TableColumn<R> split(int id, Function<R, String> of) {
    return TableColumn.text(id, "split", "The data set's split.", of);
  }
}
