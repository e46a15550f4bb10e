package io.github.steelyard.engine.columnar.plain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/**
 * Pages of a column of numbers or bytes, one after the other as they are, in Parquet's first page
 * format: the levels that say what repeats and what is missing, then the values. Parquet's own
 * column writers make the same of one value at a time, which takes several times as long.
 */
public final class PlainPages implements AutoCloseable {
  private final ColumnDescriptor leaf;
  private final PageWriter pages;
  private final int pageBytes;
  private final int pageRows;
  private final DefinitionLevels definitionLevels;

  /** The values that go on with the list of the one before. */
  private final BitSet repeated = new BitSet();

  private final int valueLevel;
  private ByteBuffer values;
  private Statistics<?> statistics;
  private int valueCount;
  private int rowCount;

  /**
   * @param pages of the same column
   * @param properties say how many bytes of values, or about how many rows, fill a page
   */
  public PlainPages(ColumnDescriptor leaf, PageWriter pages, ParquetProperties properties) {
    this.leaf = leaf;
    this.pages = pages;
    this.pageBytes = properties.getPageSizeThreshold();
    this.pageRows = properties.getPageRowCountLimit();
    this.definitionLevels = new DefinitionLevels(leaf, properties);
    this.valueLevel = leaf.getMaxDefinitionLevel();
    this.values = buffer(0);
    this.statistics = Statistics.createStats(leaf.getPrimitiveType());
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Appends one number for each row.
   *
   * @param missing the rows that have none
   */
  public void addScalars(Numbers numbers, int rows, BitSet missing) throws IOException {
    int first = 0;
    while (first < rows) {
      int room = (pageBytes - values.position() + numbers.width() - 1) / numbers.width();
      int end = Math.min(rows, first + room);
      addScalars(numbers, first, end, missing);
      finishFullPage();
      first = end;
    }
  }

  private void addScalars(Numbers numbers, int first, int end, BitSet missing) {
    int row = first;
    while (row < end) {
      int next = missing.nextSetBit(row);
      int gap = next < 0 ? end : Math.min(end, next);
      addValues(numbers, row, gap - row);
      definitionLevels.add(valueLevel, gap - row);
      row = Math.min(end, missing.nextClearBit(gap));
      definitionLevels.add(0, row - gap);
      statistics.incrementNumNulls(row - gap);
    }
    valueCount += end - first;
    rowCount += end - first;
  }

  /** Appends one list for each row. */
  public void addLists(NumberLists lists) throws IOException {
    int[] lengths = lists.lengths();
    int width = lists.numbers().width();
    int first = 0;
    int row = 0;
    while (row < lengths.length) {
      int count = 0;
      int room = pageBytes - values.position();
      do {
        addLevels(lengths[row]);
        count += Math.max(0, lengths[row]);
        row++;
      } while (row < lengths.length && count * width < room);
      addValues(lists.numbers(), first, count);
      first += count;
      finishFullPage();
    }
  }

  /** Appends some bytes with their number before them, or nothing, for each row. */
  public void addBinaries(BinarySource source, int rows) throws IOException {
    for (int row = 0; row < rows; row++) {
      ByteBuffer value = source.value(row);
      if (value == null) {
        definitionLevels.add(0, 1);
        statistics.incrementNumNulls();
      } else {
        definitionLevels.add(valueLevel, 1);
        statistics.updateStats(Binary.fromConstantByteBuffer(value.duplicate()));
        makeRoom(Integer.BYTES + value.remaining());
        values.putInt(value.remaining()).put(value);
      }
      valueCount++;
      rowCount++;
      finishFullPage();
    }
  }

  private void addLevels(int length) {
    if (length > 0) {
      definitionLevels.add(valueLevel, length);
    } else {
      definitionLevels.add(length == NumberLists.MISSING ? 0 : valueLevel - 1, 1);
      statistics.incrementNumNulls();
    }
    repeated.set(valueCount + 1, valueCount + Math.max(1, length));
    valueCount += Math.max(1, length);
    rowCount++;
  }

  private void addValues(Numbers numbers, int first, int count) {
    if (count == 0) {
      return;
    }
    makeRoom(count * numbers.width());
    numbers.copy(first, count, values);
    numbers.describe(first, count, statistics);
  }

  private void makeRoom(int bytes) {
    if (values.remaining() < bytes) {
      int wanted = Math.max(values.position() + bytes, Math.min(2 * values.capacity(), pageBytes));
      values = buffer(wanted).put(values.flip());
    }
  }

  private void finishFullPage() throws IOException {
    if (values.position() >= pageBytes || rowCount >= pageRows) {
      finishPage();
    }
  }

  /** Writes what is left. */
  public void finish() throws IOException {
    if (rowCount > 0) {
      finishPage();
    }
  }

  private void finishPage() throws IOException {
    pages.writePage(
        BytesInput.concat(
            repetitionLevels(),
            definitionLevels.bytes(),
            BytesInput.from(values.duplicate().flip())),
        valueCount,
        rowCount,
        statistics,
        Encoding.RLE,
        definitionLevels.encoding(),
        Encoding.PLAIN);
    repeated.clear();
    definitionLevels.reset();
    values.clear();
    statistics = Statistics.createStats(leaf.getPrimitiveType());
    valueCount = 0;
    rowCount = 0;
  }

  /**
   * One bit for each value, in one run of groups of eight: of so short lists Parquet's own encoder
   * makes many short runs, and that takes longer than to write their values.
   */
  private BytesInput repetitionLevels() {
    if (leaf.getMaxRepetitionLevel() == 0) {
      return BytesInput.empty();
    }
    int groups = (valueCount + Byte.SIZE - 1) / Byte.SIZE;
    BytesInput run =
        BytesInput.concat(
            BytesInput.fromUnsignedVarInt(groups << 1 | 1),
            BytesInput.from(Arrays.copyOf(repeated.toByteArray(), groups)));
    return DefinitionLevels.afterItsLength(run);
  }

  /** Bytes of memory that pages and rows take, roughly. */
  public long bytes() {
    return values.position() + pages.getMemSize();
  }

  @Override
  public void close() {
    definitionLevels.close();
  }
}
