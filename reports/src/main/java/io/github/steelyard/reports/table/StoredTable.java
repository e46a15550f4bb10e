package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.reports.run.RunId;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** One run's rows of one table, as they were published. */
public final class StoredTable {
  private final Path file;
  private final RowBlock rows;

  private StoredTable(Path file, RowBlock rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads the columns that this version knows and the file has.
   *
   * @param out the folder that holds {@code reports/}
   * @param table its name
   * @throws DataException when the file is missing or damaged
   */
  public static StoredTable read(Path out, RunId run, String table, Configuration configuration) {
    Path folder = ReportWriter.target(new Path(out, ReportWriter.FOLDER), table, run);
    Path file = new Path(folder, ReportWriter.FILE);
    List<Column> declared = ReportTables.named(table).columns();
    try (ParquetBlockReader reader = new ParquetBlockReader(file, configuration, List.of())) {
      declared = declared.stream().filter(column -> reader.has(column.name())).toList();
    }
    try (ParquetBlockReader reader = new ParquetBlockReader(file, configuration, declared)) {
      return new StoredTable(file, reader.next(Math.toIntExact(reader.rowsLeft())));
    }
  }

  public int rows() {
    return rows.rows();
  }

  /** A text that every row has. */
  public String text(int row, String column) {
    String text = nullableText(row, column);
    if (text == null) {
      throw new DataException(
          file.toString(), "row " + row + " has no value in column '" + column + "'");
    }
    return text;
  }

  public @Nullable String nullableText(int row, String column) {
    return rows.strings(known(column))[row];
  }

  public List<String> texts(int row, String column) {
    return List.of(rows.stringLists(known(column))[row]);
  }

  public int index(int row, String column) {
    return rows.ints(known(column))[row];
  }

  /** Null where the row has none, or where the table was written before there was the column. */
  public @Nullable Integer nullableIndex(int row, String column) {
    return !rows.has(column) || rows.nulls(column).get(row) ? null : index(row, column);
  }

  public long count(int row, String column) {
    return rows.longs(known(column))[row];
  }

  /** Null where the row has none. */
  public @Nullable Long nullableCount(int row, String column) {
    return rows.nulls(known(column)).get(row) ? null : count(row, column);
  }

  public double number(int row, String column) {
    return rows.doubles(known(column))[row];
  }

  /** Null where the row has none, or where the table was written before there was the column. */
  public @Nullable Double nullableNumber(int row, String column) {
    return !rows.has(column) || rows.nulls(column).get(row) ? null : number(row, column);
  }

  public boolean flag(int row, String column) {
    return rows.booleans(known(column))[row];
  }

  private String known(String column) {
    if (!rows.has(column)) {
      throw new DataException(
          file.toString(),
          "has no column '" + column + "', expected what this version of Steelyard writes");
    }
    return column;
  }
}
