package io.github.steelyard.datasets.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSketchTest {
  private static byte[] sketch(String text) {
    return Objects.requireNonNull(TextSketch.of(text));
  }

  private static double similarity(String one, String other) {
    return TextSketch.similarity(sketch(one), sketch(other));
  }

  /** The sets themselves, of text that is normalized already. */
  private static double exact(String one, String other) {
    Set<String> ones = runs(one);
    Set<String> both = new HashSet<>(ones);
    both.retainAll(runs(other));
    Set<String> either = new HashSet<>(ones);
    either.addAll(runs(other));
    return (double) both.size() / either.size();
  }

  private static Set<String> runs(String text) {
    int[] signs = text.codePoints().toArray();
    Set<String> runs = new HashSet<>();
    for (int from = 0; from + 5 <= signs.length; from++) {
      runs.add(new String(signs, from, 5));
    }
    return signs.length < 5 ? Set.of(text) : runs;
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      StringBuilder letters = new StringBuilder();
      for (int letter = 2 + random.nextInt(8); letter > 0; letter--) {
        letters.append((char) ('a' + random.nextInt(26)));
      }
      words.add(letters.toString());
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 20, 60, 200})
  void theEstimateIsThatOfTheSetsWithinItsStandardError(int changed) {
    Random random = new Random(changed);
    double difference = 0;
    for (int trial = 0; trial < 40; trial++) {
      List<String> words = words(random, 200);
      String one = String.join(" ", words);
      List<String> others = words(random, 200);
      for (int word = 0; word < changed; word++) {
        words.set(word, others.get(word));
      }
      String other = String.join(" ", words);
      double truth = exact(one, other);
      double error = Math.sqrt(truth * (1 - truth) / TextSketch.PLACES);
      double estimate = similarity(one, other);
      // Places of 16 bits agree by chance in one of 65,536.
      assertThat(estimate).isCloseTo(truth, within(4.5 * error + 1e-3));
      difference += estimate - truth;
    }
    assertThat(difference / 40).isCloseTo(0, within(0.02));
  }

  @Test
  void caseAndWhiteSpaceAndWaysOfWritingAreNoDifference() {
    byte[] sketch = sketch("The Stra\u00dfe is  caf\u00e9-lined");
    assertThat(sketch("\n THE STRASSE\tis cafe\u0301-lined ")).isEqualTo(sketch);
    assertThat(sketch("the strasse is cafe-lined")).isNotEqualTo(sketch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\t\r\n\u00a0"})
  void whatHasNoCharactersHasNoSketch(String text) {
    assertThat(TextSketch.of(text)).isNull();
  }

  @Test
  void noTextHasNoSketch() {
    assertThat(TextSketch.of(null)).isNull();
  }

  @Test
  void shortTextsAreOneRunAndLikeTheSameAlone() {
    assertThat(similarity("a", "A")).isEqualTo(1);
    assertThat(similarity("a", "b")).isLessThan(0.05);
    assertThat(similarity("word", "words")).isLessThan(0.05);
    assertThat(similarity("words", "Words")).isEqualTo(1);
    // The same characters in another number are another run.
    assertThat(similarity("aa", "aaa")).isLessThan(0.05);
    assertThat(similarity("aaaaa", "aaaaaaaaa")).isEqualTo(1);
  }

  @Test
  void scriptsWithoutSpacesAreComparedToo() {
    String one =
        "\u5929\u6c14\u9884\u62a5\u8bf4\u660e\u5929\u4f1a\u4e0b\u96e8".repeat(3) + "\u5427";
    String other = one.replace("\u5427", "\u5417");
    assertThat(similarity(one, other)).isCloseTo(exact(one, other), within(0.12));
    assertThat(similarity(one, "\u6628\u5929\u7684\u6bd4\u8d5b\u975e\u5e38\u7cbe\u5f69"))
        .isLessThan(0.05);
    // Signs beyond 16 bits count as one each.
    assertThat(similarity("\ud83d\ude00\ud83d\ude01", "\ud83d\ude00\ud83d\ude02")).isLessThan(0.05);
  }

  @Test
  void veryLongTextsAreGoneThrough() {
    StringBuilder text = new StringBuilder();
    words(new Random(3), 200_000).forEach(word -> text.append(word).append(' '));
    String longText = text.toString();
    String other = longText.substring(0, longText.length() / 2).toUpperCase(Locale.ROOT);
    assertThat(longText).hasSizeGreaterThan(1_000_000);
    assertThat(sketch(longText)).hasSize(TextSketch.BYTES);
    assertThat(similarity(longText, other)).isCloseTo(0.5, within(0.15));
    assertThat(similarity("x".repeat(1_000_000), "xxxxx")).isEqualTo(1);
  }

  /** What was kept by one run is held against what another one keeps; worked out in Python. */
  @Test
  void sketchesStayAsTheyAre() {
    assertThat(
            DigestUtils.sha256Hex(sketch("A steelyard weighs a heavy thing against a light one.")))
        .isEqualTo("5a38563610290dc21772042b2e2006e64b69b3dc2ef2c336ebee411f556a235e");
  }
}
