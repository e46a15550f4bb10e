package io.github.steelyard.engine.columnar;

import io.github.steelyard.engine.columnar.plain.BinarySource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are not written yet, encoded and compressed page by page. */
final class RowGroup implements AutoCloseable {
  static final int INDEX_TRUNCATED_TO = ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH;
  static final int STATISTICS_TRUNCATED_TO = ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH;

  /** Small enough that no page is a humongous object to the collector. */
  static final int PAGE_BYTES = 256 << 10;

  private final ColumnChunkPageWriteStore pages;
  private final List<ColumnChunk> chunks = new ArrayList<>();
  private long rows;

  RowGroup(List<Column> columns, MessageType schema, BytesInputCompressor compressor) {
    this.pages =
        new ColumnChunkPageWriteStore(
            compressor, schema, HeapByteBufferAllocator.getInstance(), INDEX_TRUNCATED_TO, true);
    for (int i = 0; i < columns.size(); i++) {
      // One leaf for each column, in their order: a list has one, too.
      ColumnDescriptor leaf = schema.getColumns().get(i);
      ColumnChunk.Place place = new ColumnChunk.Place(leaf, schema.getType(i), pages);
      chunks.add(ColumnChunk.of(columns.get(i), place));
    }
  }

  void add(RowBlock block, @Nullable BinarySource binaries) throws IOException {
    for (ColumnChunk chunk : chunks) {
      chunk.add(block, binaries);
    }
    rows += block.rows();
  }

  /** Bytes of memory that the rows take, roughly. */
  long bytes() {
    return chunks.stream().mapToLong(ColumnChunk::bytes).sum();
  }

  void writeTo(ParquetFileWriter file) throws IOException {
    file.startBlock(rows);
    for (ColumnChunk chunk : chunks) {
      chunk.finish();
    }
    pages.flushToFileWriter(file);
    file.endBlock();
  }

  @Override
  public void close() {
    chunks.forEach(ColumnChunk::close);
    pages.close();
  }
}
