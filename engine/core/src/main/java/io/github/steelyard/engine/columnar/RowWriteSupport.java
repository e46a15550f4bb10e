package io.github.steelyard.engine.columnar;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the rows of blocks to Parquet, one at a time, without a record object for each. */
final class RowWriteSupport extends WriteSupport<RowWriteSupport.Cursor> {
  /** The row to write next; one object serves all rows. */
  static final class Cursor {
    private final RowBlock block;
    int row;

    Cursor(RowBlock block) {
      this.block = block;
    }
  }

  private final List<Column> columns;
  private final Map<String, String> metadata;
  private RecordConsumer out;

  @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite before anything else
  RowWriteSupport(List<Column> columns, Map<String, String> metadata) {
    this.columns = columns;
    this.metadata = metadata;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in the base class, so it must be here
  public WriteContext init(Configuration configuration) {
    return new WriteContext(ParquetSchema.of(columns), metadata);
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchema.of(columns), metadata);
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(Cursor cursor) {
    out.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (missing(cursor, column)) {
        if (!column.nullable()) {
          throw new IllegalStateException(
              "Cannot write row " + cursor.row + " without a value in '" + column.name() + "'");
        }
      } else {
        out.startField(column.name(), i);
        writeValue(cursor.block, cursor.row, column);
        out.endField(column.name(), i);
      }
    }
    out.endMessage();
  }

  private static boolean missing(Cursor cursor, Column column) {
    String name = column.name();
    return switch (column.type()) {
      case STRING -> cursor.block.strings(name)[cursor.row] == null;
      case BINARY -> cursor.block.binaries(name)[cursor.row] == null;
      case INT32_LIST -> cursor.block.intLists(name)[cursor.row] == null;
      case FLOAT32_LIST -> cursor.block.floatLists(name)[cursor.row] == null;
      case STRING_LIST -> cursor.block.stringLists(name)[cursor.row] == null;
      default -> column.nullable() && cursor.block.nulls(name).get(cursor.row);
    };
  }

  private void writeValue(RowBlock block, int row, Column column) {
    String name = column.name();
    switch (column.type()) {
      case BOOLEAN -> out.addBoolean(block.booleans(name)[row]);
      case INT32 -> out.addInteger(block.ints(name)[row]);
      case INT64, TIMESTAMP -> out.addLong(block.longs(name)[row]);
      case FLOAT32 -> out.addFloat(block.floats(name)[row]);
      case FLOAT64 -> out.addDouble(block.doubles(name)[row]);
      case STRING -> out.addBinary(Binary.fromString(block.strings(name)[row]));
      case BINARY -> out.addBinary(Binary.fromConstantByteArray(block.binaries(name)[row]));
      case INT32_LIST -> {
        int[] values = block.intLists(name)[row];
        writeList(values.length, index -> out.addInteger(values[index]));
      }
      case FLOAT32_LIST -> {
        float[] values = block.floatLists(name)[row];
        writeList(values.length, index -> out.addFloat(values[index]));
      }
      case STRING_LIST -> {
        String[] values = block.stringLists(name)[row];
        writeList(values.length, index -> out.addBinary(Binary.fromString(values[index])));
      }
    }
  }

  private interface ElementWriter {
    void write(int index);
  }

  private void writeList(int length, ElementWriter element) {
    out.startGroup();
    if (length > 0) {
      out.startField("list", 0);
      for (int index = 0; index < length; index++) {
        out.startGroup();
        out.startField("element", 0);
        element.write(index);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }
}
