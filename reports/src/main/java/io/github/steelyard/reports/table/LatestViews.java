package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.file.HadoopFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * {@code <out>/reports/latest.sql}: Spark SQL that shows each table's rows of the newest run of
 * each suite as {@code latest_<table>}. Everything is joined on {@code runs}, so a run that was
 * never finished does not show.
 */
public final class LatestViews {
  /** The file's name in {@code <out>/reports}. */
  public static final String FILE = "latest.sql";

  private static final String NEWEST =
      "SELECT max_by(run_id, struct(started_at, run_id)) AS run_id FROM stored_runs GROUP BY suite";

  private LatestViews() {}

  /** The statements, each ended by a semicolon and a line break. */
  public static String text(List<ReportTable> tables, Path reports) {
    StringBuilder text = new StringBuilder(HEADER);
    for (ReportTable table : ReportTables.inOrder(tables)) {
      text.append(stored(table, new Path(reports, table.name())));
    }
    for (ReportTable table : ReportTables.inOrder(tables)) {
      text.append(latest(table));
    }
    return text.toString();
  }

  private static final String HEADER =
      """
      -- The newest run of each suite: SELECT * FROM latest_metrics. Written by Steelyard.
      -- Run this again in a session that is to see newer runs: spark-sql -i latest.sql
      -- The views stored_* show all that lies in the folders; only runs in stored_runs are whole.

      """;

  /** Columns are declared, not read from a file: an older file may lack the newer ones. */
  private static String stored(ReportTable table, Path folder) {
    String columns =
        table.columns().stream()
            .map(column -> "  `" + column.name() + "` " + type(column) + ",\n")
            .collect(Collectors.joining());
    return "CREATE OR REPLACE TEMPORARY VIEW stored_"
        + table.name()
        + " (\n"
        + columns
        + "  `run_id` STRING\n) USING parquet OPTIONS (path '"
        + quoted(folder)
        + "');\n\n";
  }

  private static String latest(ReportTable table) {
    return "CREATE OR REPLACE TEMPORARY VIEW latest_"
        + table.name()
        + " AS\nSELECT * FROM stored_"
        + table.name()
        + " WHERE run_id IN (\n  "
        + NEWEST
        + ");\n\n";
  }

  private static String type(Column column) {
    ColumnType type = column.type();
    return switch (type) {
      case BOOLEAN -> "BOOLEAN";
      case INT32 -> "INT";
      case INT64 -> "BIGINT";
      case FLOAT32 -> "FLOAT";
      case FLOAT64 -> "DOUBLE";
      case STRING -> "STRING";
      case BINARY -> "BINARY";
      case INT32_LIST -> "ARRAY<INT>";
      case FLOAT32_LIST -> "ARRAY<FLOAT>";
      case STRING_LIST -> "ARRAY<STRING>";
      case TIMESTAMP -> "TIMESTAMP";
    };
  }

  /** First for Hadoop, to whom {@code *?[]{}} are wildcards, then for a SQL text. */
  private static String quoted(Path folder) {
    return folder
        .toString()
        .replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1")
        .replace("\\", "\\\\")
        .replace("'", "\\'")
        .replace("\n", "\\n");
  }

  /** Writes the file unless it says the same already. */
  static void write(List<ReportTable> tables, Path reports, Configuration configuration)
      throws IOException {
    FileSystem files = HadoopFiles.of(reports, configuration);
    byte[] text = text(tables, files.makeQualified(reports)).getBytes(StandardCharsets.UTF_8);
    Path target = new Path(reports, FILE);
    if (files.exists(target)) {
      try (FSDataInputStream in = files.open(target)) {
        if (Arrays.equals(in.readAllBytes(), text)) {
          return;
        }
      }
    }
    Path staged = new Path(reports, "." + FILE + "." + UUID.randomUUID());
    try (FSDataOutputStream out = files.create(staged, true)) {
      out.write(text);
    }
    if (!files.rename(staged, target)) {
      files.delete(target, false);
      if (!files.rename(staged, target)) {
        throw new IOException("Cannot rename " + staged + " to " + target);
      }
    }
  }
}
