package io.github.steelyard.engine.columnar;

import io.github.steelyard.engine.columnar.plain.BinarySource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Appends row blocks to a file that appears under its name only when {@link #publish} has been
 * called; without it, closing leaves nothing behind.
 *
 * <p>A block goes in column by column: numbers as whole arrays, bytes as they are, the rest through
 * Parquet's column writers. Its writer for records costs several times what either does.
 */
public final class ParquetBlockWriter implements AutoCloseable {
  private static final long MOST_ROW_GROUP_BYTES = 64L << 20;
  private static final int MOST_PADDING_BYTES = 8 << 20;

  private final FileSystem fileSystem;
  private final Path target;
  private final Path staged;
  private final List<Column> columns;
  private final Map<String, String> metadata;
  private final MessageType schema;
  private final CodecFactory codecs;
  private final Compression compression;
  private final ParquetFileWriter file;
  private @Nullable RowGroup group;
  private boolean open = true;

  /**
   * Compressed by Zstandard.
   *
   * @param metadata key-value pairs for the file's footer
   */
  public ParquetBlockWriter(
      Path target, Configuration configuration, List<Column> columns, Map<String, String> metadata)
      throws IOException {
    this(target, configuration, columns, metadata, Compression.ZSTANDARD);
  }

  /**
   * With a compression of its own.
   *
   * @param metadata key-value pairs for the file's footer
   */
  public ParquetBlockWriter(
      Path target,
      Configuration configuration,
      List<Column> columns,
      Map<String, String> metadata,
      Compression compression)
      throws IOException {
    this.target = target;
    this.columns = List.copyOf(columns);
    this.metadata = Map.copyOf(metadata);
    this.schema = ParquetSchema.of(columns);
    this.compression = compression;
    this.codecs = Compression.factory(configuration);
    this.fileSystem = target.getFileSystem(configuration);
    // Hidden from every reader, and apart from what another attempt at the same file writes.
    this.staged = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    this.file =
        new ParquetFileWriter(
            LocalOutput.orHadoops(staged, configuration),
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            MOST_ROW_GROUP_BYTES,
            MOST_PADDING_BYTES,
            RowGroup.INDEX_TRUNCATED_TO,
            RowGroup.STATISTICS_TRUNCATED_TO,
            true);
    file.start();
  }

  /** Appends all rows of a block; what its arrays hold is copied. */
  public void append(RowBlock block) throws IOException {
    add(block, null);
  }

  /** The same, the values of binary columns coming from a source instead of the block. */
  public void append(RowBlock block, BinarySource binaries) throws IOException {
    add(block, binaries);
  }

  private void add(RowBlock block, @Nullable BinarySource binaries) throws IOException {
    if (block.rows() == 0) {
      // Parquet has no row groups without rows; a file without row groups is fine.
      return;
    }
    RowGroup current = group;
    if (current == null) {
      current = new RowGroup(columns, schema, codecs.getCompressor(compression.codec()));
      group = current;
    }
    current.add(block, binaries);
    if (current.bytes() >= MOST_ROW_GROUP_BYTES) {
      flush();
    }
  }

  private void flush() throws IOException {
    RowGroup current = group;
    group = null;
    if (current != null) {
      try (current) {
        current.writeTo(file);
      }
    }
  }

  /** Finishes the file and puts it in the place of what stands under its name. */
  public void publish() throws IOException {
    flush();
    file.end(metadata);
    release();
    open = false;
    if (!fileSystem.rename(staged, target)) {
      fileSystem.delete(target, false);
      if (!fileSystem.rename(staged, target)) {
        throw new IOException("Cannot rename " + staged + " to " + target);
      }
    }
  }

  private void release() throws IOException {
    codecs.release();
    file.close();
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      try {
        if (group != null) {
          group.close();
        }
        release();
      } finally {
        fileSystem.delete(staged, false);
      }
    }
  }
}
