package io.github.steelyard.engine.columnar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Files of one block. */
public final class ParquetBlocks {
  private ParquetBlocks() {}

  /**
   * Writes a file of one block, replacing what is there only when all is written. The same rows
   * give the same pages; the footer's lists of encodings may stand in another order in another JVM.
   *
   * @param metadata key-value pairs for the file's footer
   */
  public static void write(
      Path file, Configuration configuration, RowBlock rows, Map<String, String> metadata) {
    try (ParquetBlockWriter writer =
        new ParquetBlockWriter(file, configuration, rows.columns(), metadata)) {
      writer.append(rows);
      writer.publish();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /**
   * Reads the given columns of all rows.
   *
   * @throws io.github.steelyard.engine.problem.DataException when the file is missing, cut short or
   *     lacks a column
   */
  public static RowBlock read(Path file, Configuration configuration, List<Column> columns) {
    try (ParquetBlockReader reader = new ParquetBlockReader(file, configuration, columns)) {
      return reader.next(Math.toIntExact(reader.rowsLeft()));
    }
  }
}
