package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes {@code TABLES.md} from the declarations of the tables. */
public final class TablesDocument {
  /** What brings the file up to date, in the repository's root. */
  static final String COMMAND =
      "mvn -q compile -pl reports -am && java -cp reports/target/classes:engine/core/target/classes "
          + TablesDocument.class.getName()
          + " reports/TABLES.md";

  private static final String INTRODUCTION =
      """
      # The report tables

      Generated from the declarations in `reports.table`; a test fails when it is out of date. To bring it up to date:

      ```sh
      %s
      ```

      Each run adds one folder to each table: `<out>/reports/<table>/run_id=<id>/part-00000.parquet`. Readers that know
      such folders (Spark, DuckDB, Trino ...) show a column `run_id`, which no file holds; for the others it stands in the
      file's footer as `steelyard.run_id`. Run ids sort by time. Nothing is ever overwritten, and tables only gain columns.

      Table `runs` is published last: **a run that is not in `runs` does not exist**, whatever lies in the other folders.
      `<out>/reports/latest.sql` is Spark SQL with a view `latest_<table>` for each table: the rows of each suite's newest run.
      """;

  private TablesDocument() {}

  /** Writes the file that the only argument names. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Expected one argument, the file to write");
    }
    Files.writeString(Path.of(arguments[0]), text(ReportTables.all()));
  }

  static String text(List<ReportTable> tables) {
    StringBuilder text = new StringBuilder(INTRODUCTION.formatted(COMMAND));
    for (ReportTable table : tables) {
      text.append("\n## ").append(table.name()).append("\n\n").append(table.doc()).append("\n\n");
      text.append("| id | column | type | unit | what it is |\n| --- | --- | --- | --- | --- |\n");
      table.columns().forEach(column -> text.append(line(column)));
    }
    return text.toString();
  }

  private static String line(Column column) {
    return "| %d | `%s` | %s | %s | %s |\n"
        .formatted(column.id(), column.name(), type(column), column.unit(), cell(column.doc()));
  }

  private static String type(Column column) {
    String type = column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return column.nullable() ? type + ", may be missing" : type;
  }

  private static String cell(String doc) {
    return doc.replace("|", "\\|");
  }
}
