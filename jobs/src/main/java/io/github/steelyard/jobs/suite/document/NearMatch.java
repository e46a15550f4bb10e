package io.github.steelyard.jobs.suite.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that somebody who mistyped it probably meant. */
public final class NearMatch {
  /** A longer word is no slip, and comparing it would take long. */
  private static final int LONGEST = 64;

  private NearMatch() {}

  /** {@code formt (did you mean 'format'?)}, or the word alone where nothing is near. */
  public static String found(String word, Collection<String> known) {
    String shown = Found.text(word);
    return of(word, known).map(near -> shown + " (did you mean '" + near + "'?)").orElse(shown);
  }

  /** The nearest known word, at most a third of its letters away. */
  static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * How many letters must be put in, taken out, replaced or swapped with the next one
   * (Levenshtein's distance with Damerau's swap, as optimal string alignment).
   */
  private static int distance(String left, String right) {
    int[][] distances = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, left, right, i, j);
      }
    }
    return distances[left.length()][right.length()];
  }

  private static int step(int[][] distances, String left, String right, int i, int j) {
    boolean same = left.charAt(i - 1) == right.charAt(j - 1);
    int best = distances[i - 1][j - 1] + (same ? 0 : 1);
    best = Math.min(best, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
  }
}
