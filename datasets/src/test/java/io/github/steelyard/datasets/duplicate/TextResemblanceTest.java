package io.github.steelyard.datasets.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.sketch.TextSketch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextResemblanceTest {
  private final DuplicateMethod method = DuplicateMethods.text();

  private byte[] signature(String text) {
    return method.signature(text.getBytes(UTF_8));
  }

  private static String[] words(Random random) {
    return IntStream.range(0, 120)
        .mapToObj(word -> Long.toString(random.nextLong(36 * 36 * 36 * 36), 36))
        .toArray(String[]::new);
  }

  private boolean meet(byte[] one, byte[] other) {
    return LongStream.of(method.bands(one))
        .anyMatch(key -> LongStream.of(method.bands(other)).anyMatch(another -> another == key));
  }

  @Test
  void textsInWhichAWordWasChangedAreAlikeAndFound() {
    Random random = new Random(5);
    for (int trial = 0; trial < 200; trial++) {
      String[] words = words(random);
      byte[] one = signature(String.join(" ", words));
      words[random.nextInt(words.length)] = "else";
      byte[] other = signature(String.join("  ", words).toUpperCase(Locale.ROOT));

      assertThat(method.alike(one, other)).isTrue();
      assertThat(meet(one, other)).isTrue();
    }
  }

  @Test
  void textsOfWhichHalfIsAnotherAreNot() {
    Random random = new Random(6);
    for (int trial = 0; trial < 200; trial++) {
      String[] words = words(random);
      byte[] one = signature(String.join(" ", words));
      System.arraycopy(words(random), 0, words, 0, words.length / 2);

      assertThat(method.alike(one, signature(String.join(" ", words)))).isFalse();
    }
  }

  @Test
  void theSameTextIsAlikeHoweverShort() {
    for (String text : new String[] {"a", "word", "\u6f22\u5b57", "\ud83d\ude00"}) {
      assertThat(method.alike(signature(text), signature(" " + text))).isTrue();
      assertThat(method.bands(signature(text))).isEqualTo(method.bands(signature(text + "\n")));
    }
  }

  @Test
  void aSignatureIsAllThatIsKept() {
    byte[] signature = signature("Call me Ishmael.");
    assertThat(signature).hasSize(TextSketch.BYTES);
    assertThat(method.bands(signature)).hasSize(TextResemblance.BANDS);
    assertThat(Arrays.stream(method.bands(signature)).boxed().collect(Collectors.toSet()))
        .hasSize(TextResemblance.BANDS);
    assertThat(TextSketch.BYTES % TextResemblance.BANDS).isZero();
    assertThatThrownBy(() -> signature(" \t"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot look for texts like one without characters");
  }
}
