package io.github.steelyard.engine.columnar;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The values of one leaf of a row group, page by page. A page's levels are decoded at once, which
 * takes a fraction of the time of Parquet's reader of single values.
 */
final class LeafReader {
  private final ColumnDescriptor descriptor;
  private final PageReader pages;
  private final @Nullable Dictionary dictionary;
  private final String[] texts;
  private long valuesLeft;

  /** Of the values in the current page. */
  private Levels definitions = Levels.of(0);

  private Levels repetitions = Levels.of(0);
  private int position;
  private int pageSize;
  private ValuesReader values = new PlainValues(0);
  private boolean inDictionary;

  LeafReader(ColumnDescriptor descriptor, PageReader pages) throws IOException {
    this.descriptor = descriptor;
    this.pages = pages;
    this.valuesLeft = pages.getTotalValueCount();
    DictionaryPage page = pages.readDictionaryPage();
    this.dictionary = page == null ? null : page.getEncoding().initDictionary(descriptor, page);
    this.texts = new String[page == null ? 0 : page.getDictionarySize()];
    if (valuesLeft > 0) {
      nextPage();
    }
  }

  private void nextPage() throws IOException {
    DataPage page = pages.readPage();
    if (!(page instanceof DataPageV1 data)) {
      throw new IOException(
          "expected a data page of version 1. Found: "
              + (page == null ? "none" : page.getClass().getSimpleName()));
    }
    position = 0;
    pageSize = data.getValueCount();
    ByteBufferInputStream in = data.getBytes().toInputStream();
    repetitions = levels(data.getRlEncoding(), descriptor.getMaxRepetitionLevel(), in);
    definitions = levels(data.getDlEncoding(), descriptor.getMaxDefinitionLevel(), in);
    values = values(data.getValueEncoding());
    values.initFromPage(pageSize, in);
  }

  private Levels levels(Encoding encoding, int highest, ByteBufferInputStream in)
      throws IOException {
    if (highest > 0 && encoding != Encoding.RLE) {
      throw new IOException("expected levels in RLE. Found: " + encoding);
    }
    return highest == 0 ? Levels.of(0) : Levels.read(in, pageSize, highest);
  }

  private ValuesReader values(Encoding encoding) {
    inDictionary = encoding.usesDictionary();
    if (inDictionary) {
      boolean fewInts =
          descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32
              && definitions.all(descriptor.getMaxDefinitionLevel());
      if (fewInts && dictionary != null && DictionaryInts.fits(dictionary)) {
        return DictionaryInts.of(dictionary);
      }
      return encoding.getDictionaryBasedValuesReader(descriptor, ValuesType.VALUES, dictionary);
    }
    int bytesEach =
        switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
          case INT32, FLOAT -> Integer.BYTES;
          case INT64, DOUBLE -> Long.BYTES;
          default -> 0;
        };
    return encoding == Encoding.PLAIN && bytesEach > 0
        ? new PlainValues(bytesEach)
        : encoding.getValuesReader(descriptor, ValuesType.VALUES);
  }

  /** False after the last value of the row group. */
  boolean more() {
    return valuesLeft > 0;
  }

  /** Of the current value. */
  int definitionLevel() {
    return definitions.at(position);
  }

  /** Of the current value. */
  int repetitionLevel() {
    return repetitions.at(position);
  }

  /** Where the next value that is there is read. */
  ValuesReader values() {
    return values;
  }

  /** Reads a text; equal texts of one row group are one object where it has a dictionary. */
  String text() {
    if (dictionary == null || !inDictionary) {
      return values.readBytes().toStringUsingUTF8();
    }
    int id = values.readValueDictionaryId();
    String text = texts[id];
    if (text == null) {
      text = dictionary.decodeToBinary(id).toStringUsingUTF8();
      texts[id] = text;
    }
    return text;
  }

  /**
   * How many values that are there follow in this page, at most so many; 0 where some of the page
   * are missing, which are asked for one by one.
   */
  int present(int most) {
    return definitions.all(descriptor.getMaxDefinitionLevel())
        ? Math.min(most, pageSize - position)
        : 0;
  }

  /**
   * Reads as many values as {@link #present} said there are; they are passed by {@link #advance}.
   */
  void longs(long[] to, int first, int count) {
    if (values instanceof PlainValues plain) {
      plain.read(to, first, count);
    } else {
      for (int i = first; i < first + count; i++) {
        to[i] = values.readLong();
      }
    }
  }

  /** The same of double precision. */
  void doubles(double[] to, int first, int count) {
    if (values instanceof PlainValues plain) {
      plain.read(to, first, count);
    } else {
      for (int i = first; i < first + count; i++) {
        to[i] = values.readDouble();
      }
    }
  }

  /** Goes on by so many values, which {@link #present} said there are and which were read. */
  void advance(int count) {
    valuesLeft -= count - 1;
    position += count - 1;
    advance();
  }

  /**
   * How many values the list has that begins here, where all of it is in this page and no value of
   * the page is missing; else 0.
   */
  int wholeList() {
    if (!definitions.all(descriptor.getMaxDefinitionLevel())) {
      return 0;
    }
    int end = position + 1;
    while (end < pageSize && repetitions.at(end) > 0) {
      end++;
    }
    return end < pageSize || valuesLeft == end - position ? end - position : 0;
  }

  /** Reads as many values as the array holds, which {@link #wholeList} said there are. */
  void floats(float[] list) {
    if (values instanceof PlainValues plain) {
      plain.read(list);
    } else {
      for (int i = 0; i < list.length; i++) {
        list[i] = values.readFloat();
      }
    }
    advance(list.length);
  }

  /** Goes to the next value, whether this one was there and read or not. */
  void advance() {
    valuesLeft--;
    if (++position == pageSize && valuesLeft > 0) {
      try {
        nextPage();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
