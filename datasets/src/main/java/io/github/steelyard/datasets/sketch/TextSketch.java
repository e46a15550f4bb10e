package io.github.steelyard.datasets.sketch;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.jspecify.annotations.Nullable;

/**
 * Sketches of texts, of which nothing can be read again: {@value #PLACES} numbers of 16 bits,
 * {@link MinHash} over all runs of {@value #SHINGLE} characters of the {@linkplain NormalizedText
 * normalized} text; runs of characters, not of words, since not all scripts have spaces. A shorter
 * text is one run. The share of places in which two sketches agree estimates the Jaccard similarity
 * of the two sets of runs, {@code |A and B| / |A or B|}, with a standard error of at most 0.04. A.
 * Z. Broder, "On the resemblance and containment of documents" (1997).
 */
public final class TextSketch {
  /** How many characters are looked at together. */
  public static final int SHINGLE = 5;

  public static final int PLACES = 168;

  /** Of a sketch. */
  public static final int BYTES = PLACES * Short.BYTES;

  private static final MinHash MIN_HASH = new MinHash(PLACES);

  /** Odd, so that nothing is lost when a hash is multiplied by it. */
  private static final long FACTOR = 0x9e37_79b9_7f4a_7c15L;

  private TextSketch() {}

  /** The sketch; null where there is nothing but white space, which is like no other text. */
  public static byte @Nullable [] of(@Nullable String text) {
    Runs runs = new Runs();
    if (text != null) {
      NormalizedText.forEach(text, runs);
    }
    return runs.sketch();
  }

  /** An estimate of the similarity, 0 to 1; 1 of equal texts. */
  public static double similarity(byte[] one, byte[] other) {
    ByteBuffer ones = ByteBuffer.wrap(one);
    ByteBuffer others = ByteBuffer.wrap(other);
    int equal = 0;
    for (int place = 0; place < PLACES; place++) {
      equal += ones.getShort() == others.getShort() ? 1 : 0;
    }
    return (double) equal / PLACES;
  }

  /** The runs of characters that go by; it remembers the last run alone. */
  private static final class Runs implements IntConsumer {
    private final int[] last = new int[SHINGLE];
    private final int[] smallest = MIN_HASH.empty();
    private long length;

    @Override
    public void accept(int character) {
      last[(int) (length % SHINGLE)] = character;
      length++;
      if (length >= SHINGLE) {
        add(SHINGLE);
      }
    }

    private void add(int characters) {
      long hash = characters;
      for (long place = length - characters; place < length; place++) {
        hash = hash * FACTOR + last[(int) (place % SHINGLE)];
      }
      MIN_HASH.add(new SplitMix64(hash).nextLong(), smallest);
    }

    byte @Nullable [] sketch() {
      if (length == 0) {
        return null;
      }
      if (length < SHINGLE) {
        add((int) length);
      }
      ByteBuffer sketch = ByteBuffer.allocate(BYTES);
      for (int place : smallest) {
        sketch.putShort((short) place);
      }
      return sketch.array();
    }
  }
}
