package io.github.steelyard.datasets.duplicate;

import io.github.steelyard.datasets.shift.image.GreyScale;
import io.github.steelyard.engine.data.Shape;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.rng.core.source64.SplitMix64;

/**
 * Images that look the same: brighter or darker, a little noisier, or moved by a pixel in two
 * hundred. Images of a few dozen pixels that are moved by one do not.
 *
 * <p>Of each, scaled to 16 x 17 grey pixels, a difference hash is kept, whose 256 bits say which
 * pixels are brighter than their left neighbour, and a thumbnail of 16 x 16 pixels. Two are alike
 * if at most {@value #MOST_BITS} bits differ and the thumbnails correlate by at least {@value
 * #LEAST_CORRELATION}: images of one class, as handwritten ones are, often have the same edges and
 * seldom the same pixels.
 *
 * <p>They are found by {@value #BANDS} bands of {@value #BITS_OF_A_BAND} bits, drawn from all over
 * the image since its margins are often empty: with {@code d} bits differing, one of the bands is
 * equal with a probability of about {@code 1 - (1 - (1 - 20 / 256)^d)^16}, above 0.99 for 16.
 */
public final class ImageResemblance implements DuplicateMethod {
  private static final long serialVersionUID = 1L;

  static final int SIDE = 16;
  static final int BITS = SIDE * SIDE;
  static final int MOST_BITS = 16;
  static final double LEAST_CORRELATION = 0.995;

  private static final int BANDS = 16;
  private static final int BITS_OF_A_BAND = 20;
  private static final int HASH_BYTES = BITS / Byte.SIZE;

  /** Of 256 grey levels; a smaller difference is as likely noise. */
  private static final float LEAST_DIFFERENCE = 8;

  private static final long SEED = 0x494d_4147_4553L;

  private final int height;
  private final int width;
  private final int channels;
  private final int[][] bands = new int[BANDS][];

  /**
   * @param shape {@code [height, width, channels]} of uint8 images, grey or red, green and blue
   */
  public ImageResemblance(Shape shape) {
    this.height = Math.toIntExact(shape.extent(0));
    this.width = Math.toIntExact(shape.extent(1));
    this.channels = Math.toIntExact(shape.extent(2));
    SplitMix64 random = new SplitMix64(SEED);
    for (int band = 0; band < BANDS; band++) {
      bands[band] = random.ints(0, BITS).distinct().limit(BITS_OF_A_BAND).sorted().toArray();
    }
  }

  @Override
  public String name() {
    return "difference-hash-1";
  }

  /** The hash, then the thumbnail. */
  @Override
  public byte[] signature(byte[] input) {
    float[] pixels = GreyScale.of(input, height, width, channels, SIDE, SIDE + 1);
    BitSet hash = new BitSet(BITS);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int left = y * (SIDE + 1) + x;
        hash.set(y * SIDE + x, pixels[left + 1] - pixels[left] > LEAST_DIFFERENCE);
      }
    }
    float[] thumbnail = GreyScale.of(input, height, width, channels, SIDE, SIDE);
    byte[] signature = Arrays.copyOf(hash.toByteArray(), HASH_BYTES + BITS);
    for (int i = 0; i < BITS; i++) {
      signature[HASH_BYTES + i] = (byte) Math.round(thumbnail[i]);
    }
    return signature;
  }

  @Override
  public long[] bands(byte[] signature) {
    BitSet hash = hash(signature);
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      BitSet drawn = new BitSet();
      for (int i = 0; i < BITS_OF_A_BAND; i++) {
        drawn.set(i, hash.get(bands[band][i]));
      }
      keys[band] = BandKeys.of(band, drawn.toByteArray());
    }
    return keys;
  }

  @Override
  public boolean alike(byte[] one, byte[] other) {
    return Arrays.equals(one, other)
        || (differingBits(one, other) <= MOST_BITS && correlation(one, other) >= LEAST_CORRELATION);
  }

  private static BitSet hash(byte[] signature) {
    return BitSet.valueOf(Arrays.copyOf(signature, HASH_BYTES));
  }

  static int differingBits(byte[] one, byte[] other) {
    int bits = 0;
    for (int i = 0; i < HASH_BYTES; i++) {
      bits += Integer.bitCount((one[i] ^ other[i]) & 0xff);
    }
    return bits;
  }

  /** Pearson's of the thumbnails' pixels; 0 where one of them is all of one colour. */
  static double correlation(byte[] one, byte[] other) {
    long sum = 0;
    long sumOther = 0;
    long squares = 0;
    long squaresOther = 0;
    long products = 0;
    for (int i = HASH_BYTES; i < one.length; i++) {
      int a = one[i] & 0xff;
      int b = other[i] & 0xff;
      sum += a;
      sumOther += b;
      squares += (long) a * a;
      squaresOther += (long) b * b;
      products += (long) a * b;
    }
    // Whole numbers below 2^40: nothing is lost but in the last step.
    double variances =
        (double) (BITS * squares - sum * sum) * (BITS * squaresOther - sumOther * sumOther);
    return variances == 0 ? 0 : (BITS * products - sum * sumOther) / Math.sqrt(variances);
  }
}
