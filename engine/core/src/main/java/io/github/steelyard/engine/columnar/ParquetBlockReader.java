package io.github.steelyard.engine.columnar;

import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.problem.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads some columns of a file that {@link ParquetBlockWriter} wrote, block by block. */
public final class ParquetBlockReader implements AutoCloseable {
  private final Path path;
  private final List<Column> columns;
  private final MessageType schema;
  private final ParquetFileReader file;
  private final List<ColumnCursor> cursors = new ArrayList<>();
  private long rowsLeft;
  private long groupRowsLeft;

  /**
   * @throws DataException when the file is missing, cut short, no Parquet file, or lacks a column
   */
  public ParquetBlockReader(Path path, Configuration configuration, List<Column> columns) {
    this.path = path;
    this.columns = List.copyOf(columns);
    this.schema = ParquetSchema.of(columns);
    this.file = open(path, configuration);
    MessageType present = file.getFileMetaData().getSchema();
    for (Column column : columns) {
      if (!present.containsField(column.name())) {
        closeQuietly();
        throw new DataException(path.toString(), "has no column '" + column.name() + "'");
      }
    }
    file.setRequestedSchema(schema);
    this.rowsLeft = file.getRecordCount();
  }

  private static ParquetFileReader open(Path path, Configuration configuration) {
    try {
      // Without options of its own, each reader would parse Hadoop's configuration files anew.
      return ParquetFileReader.open(
          HadoopInputFile.fromPath(path, configuration),
          HadoopReadOptions.builder(configuration, path)
              .withUseHadoopVectoredIo(!local(path, configuration))
              .withMaxAllocationInBytes(RowGroup.PAGE_BYTES)
              .build());
    } catch (IOException | RuntimeException e) {
      throw new DataException(
          path.toString(),
          "cannot be read, expected a whole Parquet file (" + Sentences.reason(e) + ")",
          e);
    }
  }

  /**
   * Reading several ranges at once pays where each takes a round trip. On this machine it hands
   * every byte to another thread, and holds a column of a row group in one piece of memory; a few
   * of those, and the collector goes through the whole heap.
   */
  private static boolean local(Path path, Configuration configuration) throws IOException {
    return path.getFileSystem(configuration) instanceof LocalFileSystem;
  }

  /** Whether the file has a column of that name, read or not. */
  public boolean has(String column) {
    return file.getFileMetaData().getSchema().containsField(column);
  }

  public long rowsLeft() {
    return rowsLeft;
  }

  /** A key-value pair of the file's footer. */
  public @Nullable String metadata(String key) {
    return file.getFileMetaData().getKeyValueMetaData().get(key);
  }

  /** The next rows, as many as asked for or as are left. */
  public RowBlock next(int mostRows) {
    return next(mostRows, (cursor, block, first, rows) -> cursor.read(block, first, rows));
  }

  /** The same, the values of binary columns going to a target instead of into the block. */
  public RowBlock next(int mostRows, BinaryTarget target) {
    return next(mostRows, (cursor, block, first, rows) -> cursor.read(target, block, first, rows));
  }

  /** What is done with some values of a column. */
  private interface Step {
    void read(ColumnCursor cursor, RowBlock block, int first, int rows);
  }

  private RowBlock next(int mostRows, Step step) {
    RowBlock block = new RowBlock(columns, (int) Math.min(mostRows, rowsLeft));
    int filled = 0;
    try {
      while (filled < block.rows()) {
        if (groupRowsLeft == 0) {
          nextRowGroup();
        }
        int rows = (int) Math.min(block.rows() - filled, groupRowsLeft);
        for (ColumnCursor cursor : cursors) {
          step.read(cursor, block, filled, rows);
        }
        filled += rows;
        groupRowsLeft -= rows;
      }
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new DataException(path.toString(), "is damaged (" + Sentences.reason(e) + ")", e);
    }
    rowsLeft -= filled;
    return block;
  }

  private void nextRowGroup() throws IOException {
    PageReadStore pages = file.readNextRowGroup();
    if (pages == null) {
      throw new IOException("the file ends before its last row");
    }
    cursors.clear();
    for (Column column : columns) {
      String[] leaf =
          ParquetSchema.list(column)
              ? new String[] {column.name(), "list", "element"}
              : new String[] {column.name()};
      ColumnDescriptor descriptor = schema.getColumnDescription(leaf);
      cursors.add(
          new ColumnCursor(
              column,
              new LeafReader(descriptor, pages.getPageReader(descriptor)),
              descriptor.getMaxDefinitionLevel()));
    }
    groupRowsLeft = pages.getRowCount();
  }

  private void closeQuietly() {
    try {
      file.close();
    } catch (IOException e) {
      throw new DataException(path.toString(), "cannot be closed", e);
    }
  }

  @Override
  public void close() {
    closeQuietly();
  }
}
