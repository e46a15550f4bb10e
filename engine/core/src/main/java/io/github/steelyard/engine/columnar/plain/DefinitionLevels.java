package io.github.steelyard.engine.columnar.plain;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;

/**
 * What a page says of missing values. While all of its levels are the same, as in most pages, they
 * are only counted and make one run; Parquet's encoder hears of each, but of none before the second
 * one that is different.
 */
final class DefinitionLevels implements AutoCloseable {
  private final boolean none;
  private final ValuesWriter encoder;
  private int level;
  private int count;
  private boolean different;

  DefinitionLevels(ColumnDescriptor leaf, ParquetProperties properties) {
    this.none = leaf.getMaxDefinitionLevel() == 0;
    this.encoder = properties.newDefinitionLevelWriter(leaf);
  }

  void add(int next, int times) {
    if (times == 0 || none) {
      return;
    }
    if (!different && (count == 0 || next == level)) {
      level = next;
      count += times;
      return;
    }
    if (!different) {
      different = true;
      encode(level, count);
    }
    encode(next, times);
  }

  private void encode(int next, int times) {
    for (int i = 0; i < times; i++) {
      encoder.writeInteger(next);
    }
  }

  /** As a page of the first format holds them. */
  BytesInput bytes() throws IOException {
    if (none || different) {
      return encoder.getBytes();
    }
    // A run of one byte: no column of ours has more than a few levels.
    return afterItsLength(
        BytesInput.concat(
            BytesInput.fromUnsignedVarInt(count << 1), BytesInput.from(new byte[] {(byte) level})));
  }

  /** Levels with the four bytes before them that tell how many bytes they are. */
  static BytesInput afterItsLength(BytesInput levels) {
    return BytesInput.concat(BytesInput.fromInt(Math.toIntExact(levels.size())), levels);
  }

  Encoding encoding() {
    return encoder.getEncoding();
  }

  /** Goes to the next page. */
  void reset() {
    encoder.reset();
    count = 0;
    different = false;
  }

  @Override
  public void close() {
    encoder.close();
  }
}
