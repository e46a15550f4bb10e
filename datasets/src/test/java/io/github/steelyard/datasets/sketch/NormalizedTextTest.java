package io.github.steelyard.datasets.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {
  /** What may join its neighbours, and what may not, in UTF-16. */
  private static final String[] SIGNS = {
    "a",
    "B",
    " ",
    "\t",
    "\u00a0",
    "e",
    "\u0301",
    "\u0327",
    "\u00df",
    "\ufb01",
    "\u03a3",
    "\u1100",
    "\u1161",
    "\u11a8",
    "\uac00",
    "\u3131",
    "\uffa1",
    "\u304b",
    "\u3099",
    "\uff76",
    "\uff9e",
    "\u6f22",
    "\u0e33",
    "\u0130",
    "\ud83d\ude00",
    "\ud800",
    "1",
    "\u00bd"
  };

  private static String normalized(String text) {
    StringBuilder normalized = new StringBuilder();
    NormalizedText.forEach(text, normalized::appendCodePoint);
    return normalized.toString();
  }

  private static String inPieces(String text, int piece) {
    StringBuilder normalized = new StringBuilder();
    NormalizedText.forEach(text, piece, normalized::appendCodePoint);
    return normalized.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'  Two \t\u00a0\n words\u3000', 'two words'",
    "STRASSE, stra\u00dfe",
    "\u03bf\u03b4\u03bf\u03c2, \u039f\u0394\u039f\u03a3",
    "caf\u00e9, cafe\u0301",
    "\uff21\uff22\uff23, abc",
    "o\ufb03ce, office",
    "\ud55c, \u1112\u1161\u11ab",
    "'', '  \n '"
  })
  void whatReadersDoNotSeeIsGone(String one, String other) {
    assertThat(normalized(one)).isEqualTo(normalized(other));
  }

  @Test
  void whatReadersDoSeeStays() {
    assertThat(normalized("One two.")).isEqualTo("one two.").isNotEqualTo(normalized("One, two."));
    assertThat(normalized("cafe")).isNotEqualTo(normalized("caf\u00e9"));
    assertThat(normalized("ab")).isNotEqualTo(normalized("a b"));
  }

  @Test
  void theAnswerDoesNotDependOnPieces() {
    Random random = new Random(7);
    for (int trial = 0; trial < 3_000; trial++) {
      StringBuilder text = new StringBuilder();
      for (int sign = random.nextInt(60); sign > 0; sign--) {
        text.append(SIGNS[random.nextInt(SIGNS.length)]);
      }
      assertThat(inPieces(text.toString(), 1 + random.nextInt(9)))
          .as(() -> text.codePoints().mapToObj(Integer::toHexString).toList().toString())
          .isEqualTo(normalized(text.toString()));
    }
  }
}
