package io.github.steelyard.datasets.duplicate;

import io.github.steelyard.datasets.sketch.TextSketch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that are the same but for a word here and there, for case, white space, and signs that are
 * written in two ways: those whose {@linkplain TextSketch sketches} say that at least eight in ten
 * of all runs of five characters stand in both.
 *
 * <p>They are found by {@value #BANDS} bands of seven places: with a similarity of 0.8, two share a
 * band with a probability of 0.996, with 0.9 above 0.999999; with 0.5, of 0.17.
 */
public final class TextResemblance implements DuplicateMethod {
  private static final long serialVersionUID = 1L;

  static final double LEAST_SIMILARITY = 0.8;
  static final int BANDS = 24;

  private static final int BYTES_OF_A_BAND = TextSketch.BYTES / BANDS;

  @Override
  public String name() {
    return "text-minhash-1";
  }

  /**
   * The sketch.
   *
   * @param input the text in UTF-8, with more than white space
   */
  @Override
  public byte[] signature(byte[] input) {
    byte[] sketch = TextSketch.of(new String(input, StandardCharsets.UTF_8));
    if (sketch == null) {
      throw new IllegalArgumentException("Cannot look for texts like one without characters");
    }
    return sketch;
  }

  @Override
  public long[] bands(byte[] signature) {
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int from = band * BYTES_OF_A_BAND;
      keys[band] = BandKeys.of(band, Arrays.copyOfRange(signature, from, from + BYTES_OF_A_BAND));
    }
    return keys;
  }

  @Override
  public boolean alike(byte[] one, byte[] other) {
    return TextSketch.similarity(one, other) >= LEAST_SIMILARITY;
  }
}
