package io.github.steelyard.jobs.evaluate.stored;

import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Which files of a unit's predictions are there. */
public final class StoredParts {
  private StoredParts() {}

  /** Names of the files that are not; the folder is listed once. */
  public static List<String> missing(Unit unit, Configuration configuration) throws IOException {
    Set<String> present = new HashSet<>();
    Path folder = new Path(unit.folder());
    try {
      for (FileStatus status : folder.getFileSystem(configuration).listStatus(folder)) {
        present.add(status.getPath().getName());
      }
    } catch (FileNotFoundException e) {
      // Then all are missing.
      present.clear();
    }
    return IntStream.range(0, unit.split().parts())
        .mapToObj(part -> new Path(unit.part(part)).getName())
        .filter(name -> !present.contains(name))
        .toList();
  }
}
