package io.github.steelyard.reports.leaderboard;

import java.util.List;

/** Models' names in a sentence. */
final class Names {
  private static final int MOST = 3;

  private Names() {}

  /** {@code a, b, c and 4 more}. */
  static String listed(List<String> names) {
    int others = names.size() - MOST;
    return String.join(", ", names.subList(0, Math.min(names.size(), MOST)))
        + (others > 0 ? " and " + others + " more" : "");
  }
}
