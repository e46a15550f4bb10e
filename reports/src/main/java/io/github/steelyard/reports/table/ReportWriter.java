package io.github.steelyard.reports.table;

import io.github.steelyard.engine.columnar.ParquetBlocks;
import io.github.steelyard.engine.file.HadoopFiles;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Publishes what a run found: {@code <out>/reports/<table>/run_id=<id>/part-00000.parquet} for
 * every table, {@code runs} last. Readers that know such folders find the run's id in the path, so
 * no file holds it as a column; it stands in each file's footer.
 */
public final class ReportWriter {
  /** The folder below {@code <out>} that holds the tables. */
  public static final String FOLDER = "reports";

  static final String FILE = "part-00000.parquet";

  private final List<ReportTable> tables;

  /** Writes all tables that are there. */
  public ReportWriter() {
    this(ReportTables.all());
  }

  ReportWriter(List<ReportTable> tables) {
    this.tables = ReportTables.inOrder(tables);
  }

  /**
   * Writes every table into a hidden folder, then renames each into its place. A process that dies
   * on the way leaves no row in {@code runs}; one that fails also takes away what it had put there.
   * Where a file system's rename is not atomic (S3's), that holds all the same: only the row in
   * {@code runs} makes a run.
   *
   * @param out a folder on any Hadoop file system
   * @throws BadInputException when a run of that id has been published, whole or in part
   */
  public void publish(RunResult result, Path out, Configuration configuration) {
    Path reports = new Path(out, FOLDER);
    RunId id = result.run().id();
    Path staging = new Path(reports, ".staging-" + id);
    List<Path> ours = new ArrayList<>();
    try {
      FileSystem files = HadoopFiles.of(reports, configuration);
      refuseExisting(files, reports, staging, id);
      ours.add(staging);
      try {
        stage(result, staging, configuration);
        for (ReportTable table : tables) {
          if (table.name().equals(RunsTable.NAME)) {
            LatestViews.write(tables, reports, configuration);
          }
          Path target = target(reports, table.name(), id);
          files.mkdirs(target.getParent());
          ours.add(target);
          if (!files.rename(new Path(staging, table.name()), target)) {
            throw new IOException("Cannot rename " + table.name() + " to " + target);
          }
        }
      } catch (IOException | RuntimeException e) {
        takeAway(files, ours, e);
        throw e;
      }
      files.delete(staging, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot publish run " + id + " in " + reports, e);
    }
  }

  private void refuseExisting(FileSystem files, Path reports, Path staging, RunId id)
      throws IOException {
    List<Path> taken = new ArrayList<>(List.of(staging));
    tables.forEach(table -> taken.add(target(reports, table.name(), id)));
    for (Path path : taken) {
      if (files.exists(path)) {
        throw new BadInputException(
            "Run " + id + " is already there (" + path + "), expected a new run id");
      }
    }
  }

  private void stage(RunResult result, Path staging, Configuration configuration) {
    for (ReportTable table : tables) {
      ParquetBlocks.write(
          new Path(new Path(staging, table.name()), FILE),
          configuration,
          table.rows(result),
          Map.of(
              "steelyard.table", table.name(), "steelyard.run_id", result.run().id().toString()));
    }
  }

  static Path target(Path reports, String table, RunId id) {
    return new Path(new Path(reports, table), "run_id=" + id);
  }

  /** The last one first, so that {@code runs} never outlives what it speaks of. */
  private static void takeAway(FileSystem files, List<Path> paths, Exception cause) {
    for (int i = paths.size() - 1; i >= 0; i--) {
      try {
        files.delete(paths.get(i), true);
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
