package io.github.steelyard.datasets.synthetic;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.source.SourceStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

class DrawnDigitTest {
  private static DigitOptions options(Object... more) {
    Object[] all = new Object[more.length + 4];
    System.arraycopy(more, 0, all, 4, more.length);
    all[0] = "examples";
    all[1] = "100";
    all[2] = "seed";
    all[3] = "1";
    return DigitOptions.of(split("train", all).options());
  }

  @Test
  void digitsOfOneClassResembleTheirMeanMoreThanTheOthers() {
    DigitOptions options = options();
    double[][] means = new double[10][28 * 28];
    for (int i = 0; i < 2000; i++) {
      DrawnDigit drawn = DrawnDigit.draw(options, i);
      for (int pixel = 0; pixel < 28 * 28; pixel++) {
        means[drawn.digit()][pixel] += (drawn.pixels()[pixel] & 0xff) / 200.0;
      }
    }
    int right = 0;
    for (int i = 2000; i < 3000; i++) {
      DrawnDigit drawn = DrawnDigit.draw(options, i);
      right += nearest(means, drawn.pixels()) == drawn.digit() ? 1 : 0;
    }
    // Better by far than guessing, and yet something is left for larger models to win.
    assertThat(right).isBetween(700, 990);
  }

  private static int nearest(double[][] means, byte[] pixels) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int digit = 0; digit < means.length; digit++) {
      double distance = 0;
      for (int pixel = 0; pixel < pixels.length; pixel++) {
        double difference = (pixels[pixel] & 0xff) - means[digit][pixel];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = digit;
      }
    }
    return best;
  }

  @Test
  void strokesStayInsideAndAreWhiteOnBlack() {
    DigitOptions options = options("noise", "0", "size", "32");
    for (int i = 0; i < 200; i++) {
      byte[] pixels = DrawnDigit.draw(options, i).pixels();
      assertThat(pixels).hasSize(32 * 32);
      int ink = 0;
      for (byte pixel : pixels) {
        ink += pixel & 0xff;
      }
      assertThat(ink / 255.0 / pixels.length).isBetween(0.03, 0.4);
    }
  }

  @Test
  void noiseLeavesTheStrokesWhereTheyAre() {
    DrawnDigit clean = DrawnDigit.draw(options("noise", "0"), 5);
    DrawnDigit noisy = DrawnDigit.draw(options("noise", "0.1"), 5);
    assertThat(noisy.digit()).isEqualTo(clean.digit());
    assertThat(noisy.slant()).isEqualTo(clean.slant());
    int far = 0;
    for (int i = 0; i < clean.pixels().length; i++) {
      int difference = Math.abs((clean.pixels()[i] & 0xff) - (noisy.pixels()[i] & 0xff));
      far += difference > 5 * 0.1 * 255 ? 1 : 0;
    }
    assertThat(far).isZero();
    assertThat(noisy.pixels()).isNotEqualTo(clean.pixels());
  }

  @Test
  @EnabledOnJre(JRE.JAVA_17)
  void otherPixelsNeedAnotherVersion() {
    assertThat(DrawnDigit.VERSION).isEqualTo(1);
    MessageDigest digest = SourceStream.sha256();
    for (int i = 0; i < 100; i++) {
      digest.update(DrawnDigit.draw(options(), i).pixels());
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("d57351666ef5ef4497ca5fe0dac3d1db5b36e15f5cd4052103a97bc94518694f");
  }

  @Test
  void randomNumbersAreThoseOfSplitMix() {
    // The reference implementation's first outputs from the state 1234567 (rosettacode.org).
    SplitMix random = SplitMix.ofState(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = random.gaussian();
      sum += value;
      squares += value * value;
    }
    assertThat(sum / 100_000).isBetween(-0.02, 0.02);
    assertThat(squares / 100_000).isBetween(0.97, 1.03);
  }
}
