package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.reports.run.RunResult;
import java.util.List;
import java.util.function.Function;

/**
 * A table whose rows are records of a run's result.
 *
 * @param <R> one row
 */
public abstract class RecordTable<R> implements ReportTable {
  private final String name;
  private final String doc;
  private final Function<RunResult, List<R>> records;
  private final List<TableColumn<R>> columns;

  /** A table of all rows of one class. */
  protected RecordTable(String name, String doc, Class<R> record, List<TableColumn<R>> columns) {
    this(name, doc, result -> result.rows(record), columns);
  }

  /** A table of what else follows from a result. */
  protected RecordTable(
      String name, String doc, Function<RunResult, List<R>> records, List<TableColumn<R>> columns) {
    this.name = name;
    this.doc = doc;
    this.records = records;
    this.columns = List.copyOf(columns);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String doc() {
    return doc;
  }

  @Override
  public final List<Column> columns() {
    return columns.stream().map(TableColumn::column).toList();
  }

  @Override
  public final RowBlock rows(RunResult result) {
    List<R> rows = records.apply(result);
    RowBlock block = new RowBlock(columns(), rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (TableColumn<R> column : columns) {
        column.put(rows.get(row), block, row);
      }
    }
    return block;
  }
}
