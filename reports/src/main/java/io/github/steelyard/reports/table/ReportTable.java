package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.reports.run.RunResult;
import java.util.List;

/**
 * A table of the reports. Found by {@link java.util.ServiceLoader}; most extend {@link
 * RecordTable}. A table only ever gains columns: an id is never used again, a name never changes
 * its type or meaning, and no column is removed.
 */
public interface ReportTable {
  /** In snake_case; the folder {@code <out>/reports/<name>} holds it. */
  String name();

  /** What one row is, in one or two sentences. */
  String doc();

  /** Without the run's id, which stands in the path: {@code run_id=<id>}. */
  List<Column> columns();

  /** The rows of one run; none is a table of no rows. */
  RowBlock rows(RunResult result);
}
