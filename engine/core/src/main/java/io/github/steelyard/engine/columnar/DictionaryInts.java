package io.github.steelyard.engine.columnar;

import java.io.IOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.values.ValuesReader;

/**
 * Integers of which a row group has few different ones, such as classes and groups, in pages where
 * none is missing; Parquet's own reader decodes one after the other.
 */
final class DictionaryInts extends ValuesReader {
  private final int[] dictionary;
  private Levels places = Levels.of(0);
  private int position;

  private DictionaryInts(int[] dictionary) {
    this.dictionary = dictionary;
  }

  /** Whether all places in a dictionary are small enough. */
  static boolean fits(Dictionary dictionary) {
    return dictionary.getMaxId() < 1 << Levels.MOST_BITS;
  }

  static DictionaryInts of(Dictionary dictionary) {
    int[] values = new int[dictionary.getMaxId() + 1];
    for (int id = 0; id < values.length; id++) {
      values[id] = dictionary.decodeToInt(id);
    }
    return new DictionaryInts(values);
  }

  @Override
  public void initFromPage(int valueCount, ByteBufferInputStream in) throws IOException {
    int width = in.read();
    if (!(width >= 0 && width <= Levels.MOST_BITS)) {
      throw new IOException(
          "expected places of at most %d bits in a dictionary of %d. Found: %d bits"
              .formatted(Levels.MOST_BITS, dictionary.length, width));
    }
    places = width == 0 ? Levels.of(0) : Levels.decode(in.slice(in.available()), valueCount, width);
    position = 0;
  }

  @Override
  public int readInteger() {
    return dictionary[places.at(position++)];
  }

  @Override
  public void skip() {
    position++;
  }
}
