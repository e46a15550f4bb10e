package io.github.steelyard.engine.columnar;

import io.github.steelyard.engine.columnar.plain.BinarySource;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.jspecify.annotations.Nullable;

/**
 * A column that Parquet's column writer encodes. It has a store of its own, whose rows end with
 * their value in this column: so a block goes in column by column, not row by row.
 */
final class CellChunk implements ColumnChunk {
  private final Column column;
  private final ColumnDescriptor leaf;
  private final ColumnWriteStore store;

  CellChunk(Column column, ColumnDescriptor leaf, ColumnWriteStore store) {
    this.column = column;
    this.leaf = leaf;
    this.store = store;
  }

  @Override
  public void add(RowBlock block, @Nullable BinarySource binaries) {
    CellWriter cell = CellWriter.of(block, column, leaf, store.getColumnWriter(leaf));
    for (int row = 0; row < block.rows(); row++) {
      cell.write(row);
      store.endRecord();
    }
  }

  @Override
  public long bytes() {
    return store.getBufferedSize();
  }

  @Override
  public void finish() {
    store.flush();
  }

  @Override
  public void close() {
    store.close();
  }
}
