package io.github.steelyard.engine.columnar;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Appends row blocks to a file that appears under its name only when {@link #publish} has been
 * called; without it, closing leaves nothing behind.
 */
public final class ParquetBlockWriter implements AutoCloseable {
  private final FileSystem fileSystem;
  private final Path target;
  private final Path staged;
  private final ParquetWriter<RowWriteSupport.Cursor> writer;
  private boolean open = true;

  /**
   * @param metadata key-value pairs for the file's footer
   */
  public ParquetBlockWriter(
      Path target, Configuration configuration, List<Column> columns, Map<String, String> metadata)
      throws IOException {
    this.target = target;
    this.fileSystem = target.getFileSystem(configuration);
    // Hidden from every reader, and apart from what another attempt at the same file writes.
    this.staged = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
    this.writer =
        new Builder(HadoopOutputFile.fromPath(staged, configuration), columns, metadata)
            .withConf(configuration)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build();
  }

  public void append(RowBlock block) throws IOException {
    RowWriteSupport.Cursor cursor = new RowWriteSupport.Cursor(block);
    for (cursor.row = 0; cursor.row < block.rows(); cursor.row++) {
      writer.write(cursor);
    }
  }

  /** Finishes the file and puts it in the place of what stands under its name. */
  public void publish() throws IOException {
    open = false;
    writer.close();
    if (!fileSystem.rename(staged, target)) {
      fileSystem.delete(target, false);
      if (!fileSystem.rename(staged, target)) {
        throw new IOException("Cannot rename " + staged + " to " + target);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      writer.close();
      fileSystem.delete(staged, false);
    }
  }

  private static final class Builder
      extends ParquetWriter.Builder<RowWriteSupport.Cursor, Builder> {
    private final RowWriteSupport support;

    Builder(OutputFile file, List<Column> columns, Map<String, String> metadata) {
      super(file);
      this.support = new RowWriteSupport(columns, metadata);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the base class, so it must be here
    protected WriteSupport<RowWriteSupport.Cursor> getWriteSupport(Configuration configuration) {
      return support;
    }
  }
}
