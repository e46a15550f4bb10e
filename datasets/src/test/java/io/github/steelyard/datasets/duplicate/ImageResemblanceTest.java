package io.github.steelyard.datasets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ImageResemblanceTest {
  private static final int SIDE = 224;
  private static final int DIGIT = 28;
  private static final int IMAGES = 20;

  private final DuplicateMethod photos =
      DuplicateMethods.near(TensorType.UINT8, Shape.of(SIDE, SIDE, 3));
  private final DuplicateMethod digits =
      DuplicateMethods.near(TensorType.UINT8, Shape.of(DIGIT, DIGIT, 1));

  /** Waves whose amplitudes fall with their frequency, as those of photographs do. */
  private static byte[] photo(long seed) {
    Random random = new Random(seed);
    double[] pixels = new double[SIDE * SIDE];
    for (int wave = 0; wave < 12; wave++) {
      int across = random.nextInt(5);
      int down = random.nextInt(5) + (across == 0 ? 1 : 0);
      double amplitude = 50 / Math.hypot(across, down);
      double phase = random.nextDouble() * 2 * Math.PI;
      for (int i = 0; i < pixels.length; i++) {
        double turns = (double) (across * (i % SIDE) + down * (i / SIDE)) / SIDE;
        pixels[i] += amplitude * Math.sin(2 * Math.PI * turns + phase);
      }
    }
    byte[] image = new byte[pixels.length * 3];
    for (int i = 0; i < image.length; i++) {
      image[i] = clipped(110 + 15 * (i % 3) + pixels[i / 3]);
    }
    return image;
  }

  private static byte clipped(double value) {
    return (byte) Math.round(Math.min(Math.max(value, 0), 255));
  }

  private static byte[] changed(byte[] image, IntUnaryOperator value) {
    byte[] result = new byte[image.length];
    for (int i = 0; i < image.length; i++) {
      result[i] = clipped(value.applyAsInt(image[i] & 0xff));
    }
    return result;
  }

  private static byte[] moved(byte[] image) {
    byte[] result = image.clone();
    for (int y = 0; y < SIDE; y++) {
      System.arraycopy(image, y * SIDE * 3, result, y * SIDE * 3 + 3, (SIDE - 1) * 3);
    }
    return result;
  }

  /** A stroke like a handwritten one, of any slant, place, length and width. */
  private static byte[] stroke(Random random) {
    double slant = random.nextGaussian() * 0.3;
    double middle = 13.5 + random.nextGaussian();
    double width = 1 + random.nextDouble();
    int from = 3 + random.nextInt(4);
    int to = 21 + random.nextInt(4);
    byte[] image = new byte[DIGIT * DIGIT];
    for (int y = from; y <= to; y++) {
      for (int x = 0; x < DIGIT; x++) {
        double off = Math.abs(x - middle - slant * (13.5 - y));
        image[y * DIGIT + x] = clipped(255 * (width + 0.5 - off));
      }
    }
    return image;
  }

  private static boolean found(DuplicateMethod method, byte[] one, byte[] other) {
    byte[] signature = method.signature(one);
    byte[] another = method.signature(other);
    return method.alike(signature, another)
        && LongStream.of(method.bands(signature))
            .anyMatch(key -> LongStream.of(method.bands(another)).anyMatch(k -> k == key));
  }

  @Test
  void brighterDarkerNoisierAndMovedCopiesAreFound() {
    for (long seed = 0; seed < IMAGES; seed++) {
      byte[] image = photo(seed);
      Random noise = new Random(seed);

      assertThat(found(photos, image, image.clone())).isTrue();
      assertThat(found(photos, image, changed(image, value -> value + 20))).isTrue();
      assertThat(found(photos, image, changed(image, value -> value * 8 / 10))).isTrue();
      assertThat(found(photos, image, changed(image, v -> v + (int) (noise.nextGaussian() * 8))))
          .isTrue();
      assertThat(found(photos, image, moved(image))).isTrue();
    }
  }

  @Test
  void differentImagesAreNotAlikeNorIsANegative() {
    List<byte[]> signatures = new ArrayList<>();
    for (long seed = 0; seed < IMAGES; seed++) {
      signatures.add(photos.signature(photo(seed)));
      signatures.add(photos.signature(changed(photo(seed), value -> 255 - value)));
    }
    for (int one = 0; one < signatures.size(); one++) {
      for (int other = 0; other < one; other++) {
        assertThat(photos.alike(signatures.get(one), signatures.get(other))).isFalse();
      }
    }
  }

  @Test
  void strokesAreNotAllAlikeThoughTheirEdgesAre() {
    Random random = new Random(17);
    List<byte[]> strokes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      strokes.add(stroke(random));
    }
    long edges = 0;
    long alike = 0;
    for (int one = 0; one < strokes.size(); one++) {
      assertThat(found(digits, strokes.get(one), changed(strokes.get(one), value -> value + 20)))
          .isTrue();
      for (int other = 0; other < one; other++) {
        byte[] signature = digits.signature(strokes.get(one));
        byte[] another = digits.signature(strokes.get(other));
        edges +=
            ImageResemblance.differingBits(signature, another) <= ImageResemblance.MOST_BITS
                ? 1
                : 0;
        alike += digits.alike(signature, another) ? 1 : 0;
      }
    }
    assertThat(edges).isGreaterThan(2_000);
    assertThat(alike).isLessThan(200);
  }

  @Test
  void imagesOfOneColourAreAlikeWhenTheyAreTheSame() {
    byte[] black = digits.signature(new byte[DIGIT * DIGIT]);
    byte[] grey = digits.signature(changed(new byte[DIGIT * DIGIT], value -> 99));

    assertThat(digits.alike(black, black.clone())).isTrue();
    assertThat(digits.alike(black, grey)).isFalse();
  }

  @Test
  void imagesGoByTheirLooksAndAllElseByItsColumns() {
    assertThat(digits).isInstanceOf(ImageResemblance.class);
    assertThat(DuplicateMethods.near(TensorType.UINT8, Shape.of(28, 28)))
        .isInstanceOf(RowResemblance.class);
    assertThat(DuplicateMethods.near(TensorType.FLOAT32, Shape.of(28, 28, 1)))
        .isInstanceOf(RowResemblance.class);
  }
}
