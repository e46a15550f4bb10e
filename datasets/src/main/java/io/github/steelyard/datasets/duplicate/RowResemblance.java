package io.github.steelyard.datasets.duplicate;

import io.github.steelyard.datasets.sketch.MinHash;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Rows of numbers of which at least nine in ten columns are equal, rounded to three significant
 * digits. Columns in which both rows hold 0 tell nothing and do not count: sparse rows would all be
 * alike.
 *
 * <p>They are found by MinHash over pairs of column and rounded value: 64 places in 16 bands of
 * four. Rows with nine in ten columns equal have a Jaccard similarity of at least 0.9 / 1.1, and
 * share a band with a probability above 0.9999; with half of the columns equal, of 0.18.
 */
public final class RowResemblance implements DuplicateMethod {
  private static final long serialVersionUID = 1L;

  /** Of the columns, so many are equal. */
  static final double LEAST_SHARE = 0.9;

  private static final int BANDS = 16;
  private static final int PLACES_OF_A_BAND = 4;

  private final TensorType type;
  private final MinHash minHash = new MinHash(BANDS * PLACES_OF_A_BAND);

  /**
   * @param type of the numbers, uint8 or float32
   */
  public RowResemblance(TensorType type) {
    this.type = type;
  }

  @Override
  public String name() {
    return "minhash-1";
  }

  /** The rounded values, as float32. */
  @Override
  public byte[] signature(byte[] input) {
    ByteBuffer values = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    int columns = type == TensorType.UINT8 ? input.length : input.length / Float.BYTES;
    ByteBuffer rounded = ByteBuffer.allocate(columns * Float.BYTES);
    for (int column = 0; column < columns; column++) {
      float value = type == TensorType.UINT8 ? values.get() & 0xff : values.getFloat();
      rounded.putInt(Float.floatToIntBits(SignificantDigits.three(value)));
    }
    return rounded.array();
  }

  @Override
  public long[] bands(byte[] signature) {
    int[] places = minHash.of(tokens(signature));
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      ByteBuffer content = ByteBuffer.allocate(PLACES_OF_A_BAND * Integer.BYTES);
      for (int place = 0; place < PLACES_OF_A_BAND; place++) {
        content.putInt(places[band * PLACES_OF_A_BAND + place]);
      }
      keys[band] = BandKeys.of(band, content.array());
    }
    return keys;
  }

  /** One for each column whose value is not 0, whose bits are not 0 then either. */
  private static long[] tokens(byte[] signature) {
    int[] values = values(signature);
    return IntStream.range(0, values.length)
        .filter(column -> values[column] != 0)
        .mapToLong(
            column ->
                new SplitMix64(((long) column << Integer.SIZE) | (values[column] & 0xffff_ffffL))
                    .nextLong())
        .toArray();
  }

  private static int[] values(byte[] signature) {
    int[] values = new int[signature.length / Integer.BYTES];
    ByteBuffer.wrap(signature).asIntBuffer().get(values);
    return values;
  }

  @Override
  public boolean alike(byte[] one, byte[] other) {
    return Arrays.equals(one, other) || share(one, other) >= LEAST_SHARE;
  }

  /** Of the columns that are not 0 in both rows, those that are equal; 0 where there are none. */
  static double share(byte[] one, byte[] other) {
    int[] values = values(one);
    int[] others = values(other);
    int telling = 0;
    int equal = 0;
    for (int column = 0; column < values.length; column++) {
      if (values[column] != 0 || others[column] != 0) {
        telling++;
        equal += values[column] == others[column] ? 1 : 0;
      }
    }
    return telling == 0 ? 0 : (double) equal / telling;
  }
}
