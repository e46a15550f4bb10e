package io.github.steelyard.engine.columnar;

import io.github.steelyard.engine.columnar.plain.BinarySource;
import io.github.steelyard.engine.columnar.plain.NumberLists;
import io.github.steelyard.engine.columnar.plain.Numbers;
import io.github.steelyard.engine.columnar.plain.PlainPages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.function.Function;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.values.factory.DefaultV1ValuesWriterFactory;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** One column of a row group that is not written yet. */
interface ColumnChunk extends AutoCloseable {
  /**
   * Appends the column's values of all rows of a block.
   *
   * @param binaries gives those of a binary column where they are not in the block
   */
  void add(RowBlock block, @Nullable BinarySource binaries) throws IOException;

  /** Bytes of memory that its rows take, roughly. */
  long bytes();

  /** Hands what is left over to the pages. */
  void finish() throws IOException;

  @Override
  void close();

  /**
   * Where a column's pages go.
   *
   * @param leaf whose levels say what is missing and what repeats
   * @param field of the schema, to which the leaf belongs
   */
  record Place(ColumnDescriptor leaf, Type field, PageWriteStore pages) {
    PlainPages plain() {
      return new PlainPages(leaf, pages.getPageWriter(leaf), properties(false));
    }

    ColumnWriteStore cells(boolean dictionary) {
      return properties(dictionary).newColumnWriteStore(new MessageType("rows", field), pages);
    }

    /**
     * With a factory of their own: those that Parquet takes by default are shared by all threads,
     * and follow the properties that were made last, so that a column may lose its dictionary.
     */
    private static ParquetProperties properties(boolean dictionary) {
      return ParquetProperties.builder()
          .withValuesWriterFactory(new DefaultV1ValuesWriterFactory())
          .withPageSize(RowGroup.PAGE_BYTES)
          .withDictionaryEncoding(dictionary)
          .build();
    }
  }

  /**
   * Only what tends to repeat gets a dictionary: of numbers that are all different it is built for
   * nothing, and that takes longer than to write them.
   */
  static ColumnChunk of(Column column, Place place) {
    String name = column.name();
    return switch (column.type()) {
      case INT64, TIMESTAMP -> scalars(column, place, block -> Numbers.of(block.longs(name)));
      case FLOAT32 -> scalars(column, place, block -> Numbers.of(block.floats(name)));
      case FLOAT64 -> scalars(column, place, block -> Numbers.of(block.doubles(name)));
      case INT32_LIST -> lists(column, place, block -> NumberLists.of(block.intLists(name)));
      case FLOAT32_LIST -> lists(column, place, block -> NumberLists.of(block.floatLists(name)));
      case BINARY -> binaries(column, place);
      case INT32, STRING, STRING_LIST -> new CellChunk(column, place.leaf(), place.cells(true));
      case BOOLEAN -> new CellChunk(column, place.leaf(), place.cells(false));
    };
  }

  private static ColumnChunk scalars(
      Column column, Place place, Function<RowBlock, Numbers> numbers) {
    BitSet none = new BitSet();
    return new Plain(
        place.plain(),
        (pages, block, unused) ->
            pages.addScalars(
                numbers.apply(block),
                block.rows(),
                column.nullable() ? block.nulls(column.name()) : none));
  }

  private static ColumnChunk lists(
      Column column, Place place, Function<RowBlock, NumberLists> lists) {
    return new Plain(
        place.plain(),
        (pages, block, unused) -> {
          NumberLists all = lists.apply(block);
          int missing = column.nullable() ? -1 : all.firstMissing();
          if (missing >= 0) {
            throw CellWriter.noValue(missing, column);
          }
          pages.addLists(all);
        });
  }

  private static ColumnChunk binaries(Column column, Place place) {
    return new Plain(
        place.plain(),
        (pages, block, given) -> {
          BinarySource values =
              given == null ? BinarySource.of(block.binaries(column.name())) : given;
          pages.addBinaries(
              row -> {
                ByteBuffer value = values.value(row);
                if (value == null && !column.nullable()) {
                  throw CellWriter.noValue(row, column);
                }
                return value;
              },
              block.rows());
        });
  }

  /** How a block's values get into pages. */
  interface Filling {
    void add(PlainPages pages, RowBlock block, @Nullable BinarySource binaries) throws IOException;
  }

  /** Numbers and bytes as they are. */
  record Plain(PlainPages pages, Filling filling) implements ColumnChunk {
    @Override
    public void add(RowBlock block, @Nullable BinarySource binaries) throws IOException {
      filling.add(pages, block, binaries);
    }

    @Override
    public long bytes() {
      return pages.bytes();
    }

    @Override
    public void finish() throws IOException {
      pages.finish();
    }

    @Override
    public void close() {
      pages.close();
    }
  }
}
