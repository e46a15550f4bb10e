package io.github.steelyard.reports.table;

import io.github.steelyard.reports.run.RunId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** The runs that exist: those that {@link RunsTable} has a row of. */
public final class PublishedRuns {
  private static final String PREFIX = "run_id=";

  private PublishedRuns() {}

  /**
   * By their starts, the latest last; none where nothing was published.
   *
   * @param out the folder that holds {@code reports/}
   */
  public static List<RunId> in(Path out, Configuration configuration) {
    Path folder = new Path(new Path(out, ReportWriter.FOLDER), RunsTable.NAME);
    List<RunId> ids = new ArrayList<>();
    try {
      for (FileStatus status : folder.getFileSystem(configuration).listStatus(folder)) {
        String name = status.getPath().getName();
        if (name.startsWith(PREFIX)) {
          ids.add(new RunId(name.substring(PREFIX.length())));
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
    ids.sort(null);
    return List.copyOf(ids);
  }
}
