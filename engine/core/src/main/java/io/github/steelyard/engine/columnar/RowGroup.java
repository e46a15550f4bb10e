package io.github.steelyard.engine.columnar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/** The rows of a file that are not written yet, encoded and compressed page by page. */
final class RowGroup implements AutoCloseable {
  static final int INDEX_TRUNCATED_TO = ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH;
  static final int STATISTICS_TRUNCATED_TO = ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH;

  /** Small enough that no page is a humongous object to the collector. */
  static final int PAGE_BYTES = 256 << 10;

  private final List<Column> columns;
  private final List<ColumnDescriptor> leaves;
  private final ColumnChunkPageWriteStore pages;
  private final ColumnWriteStore writers;
  private long rows;

  RowGroup(List<Column> columns, MessageType schema, BytesInputCompressor compressor) {
    this.columns = columns;
    // One leaf for each column, in their order: a list has one, too.
    this.leaves = schema.getColumns();
    this.pages =
        new ColumnChunkPageWriteStore(
            compressor, schema, HeapByteBufferAllocator.getInstance(), INDEX_TRUNCATED_TO, true);
    this.writers = properties(columns, leaves).newColumnWriteStore(schema, pages);
  }

  /**
   * Only what tends to repeat gets a dictionary: of numbers that are all different it is built for
   * nothing, and that takes longer than to write them.
   */
  private static ParquetProperties properties(List<Column> columns, List<ColumnDescriptor> leaves) {
    ParquetProperties.Builder properties = ParquetProperties.builder().withPageSize(PAGE_BYTES);
    for (int i = 0; i < columns.size(); i++) {
      boolean repeats =
          switch (columns.get(i).type()) {
            case STRING, STRING_LIST, INT32 -> true;
            default -> false;
          };
      properties.withDictionaryEncoding(String.join(".", leaves.get(i).getPath()), repeats);
    }
    return properties.build();
  }

  void add(RowBlock block) {
    List<CellWriter> made = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnDescriptor leaf = leaves.get(i);
      made.add(CellWriter.of(block, columns.get(i), leaf, writers.getColumnWriter(leaf)));
    }
    CellWriter[] cells = made.toArray(CellWriter[]::new);
    for (int row = 0; row < block.rows(); row++) {
      for (CellWriter cell : cells) {
        cell.write(row);
      }
      writers.endRecord();
    }
    rows += block.rows();
  }

  /** Bytes of memory that the rows take, roughly. */
  long bytes() {
    return writers.getBufferedSize();
  }

  void writeTo(ParquetFileWriter file) throws IOException {
    file.startBlock(rows);
    writers.flush();
    pages.flushToFileWriter(file);
    file.endBlock();
  }

  @Override
  public void close() {
    try (pages;
        writers) {
      rows = 0;
    }
  }
}
