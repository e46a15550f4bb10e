package io.github.steelyard.datasets.sketch;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Text without what readers do not see: compatible characters are one (Unicode's NFKC), upper and
 * lower case are one, and so is any run of white space, which goes at both ends. A very long text
 * is gone through in pieces, so that it takes no memory besides its own.
 */
final class NormalizedText {
  /** Of UTF-16. */
  private static final int USUAL_PIECE = 1 << 16;

  private final IntConsumer characters;
  private boolean begun;
  private boolean space;

  private NormalizedText(IntConsumer characters) {
    this.characters = characters;
  }

  /** Hands over one code point after the other. */
  static void forEach(String text, IntConsumer characters) {
    forEach(text, USUAL_PIECE, characters);
  }

  /**
   * The same, whatever the pieces.
   *
   * @param piece about how long they are
   */
  static void forEach(String text, int piece, IntConsumer characters) {
    NormalizedText normalized = new NormalizedText(characters);
    for (int from = 0; from < text.length(); ) {
      int to = end(text, from, piece);
      normalized.add(text.substring(from, to));
      from = to;
    }
  }

  /** The first place from a distance on before which nothing belongs to what follows. */
  private static int end(String text, int from, int piece) {
    int end = (int) Math.min(text.length(), (long) from + piece);
    while (end < text.length() && !begins(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Whether a character never joins the one before it, as accents do and the parts of a Hangul
   * syllable.
   */
  private static boolean begins(char character) {
    int type = Character.getType(character);
    boolean letter =
        type == Character.UPPERCASE_LETTER
            || type == Character.LOWERCASE_LETTER
            || type == Character.OTHER_LETTER;
    boolean wholeSyllable = character >= '\uac00' && character <= '\ud7a3';
    return character < 0x80
        || (letter && (wholeSyllable || UnicodeScript.of(character) != UnicodeScript.HANGUL));
  }

  private void add(String piece) {
    // To upper case and back, so that what differs in one of the two only is the same; the way
    // back character by character, since a whole word's would depend on its neighbours.
    String upper = compatible(piece).toUpperCase(Locale.ROOT);
    compatible(upper).codePoints().map(Character::toLowerCase).forEach(this::add);
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private void add(int character) {
    if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
      space = begun;
      return;
    }
    if (space) {
      characters.accept(' ');
      space = false;
    }
    begun = true;
    characters.accept(character);
  }
}
