package io.github.steelyard.reports.leaderboard;

import java.util.ArrayList;
import java.util.List;

/** Rows with aligned columns: the first to the left, the others to the right. */
final class TextTable {
  private static final int WIDEST_NAME = 32;

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  void add(String name, String... cells) {
    List<String> row = new ArrayList<>();
    row.add(shortened(name));
    row.addAll(List.of(cells));
    rows.add(row);
  }

  /** Cuts in the middle: what tells models of a family apart stands at either end. */
  private static String shortened(String name) {
    if (name.length() <= WIDEST_NAME) {
      return name;
    }
    int tail = WIDEST_NAME / 2 - 1;
    int head = WIDEST_NAME - tail - 2;
    return name.substring(0, head) + ".." + name.substring(name.length() - tail);
  }

  /** Every line indented by two and ended by a line break. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String padding = " ".repeat(width(column) - row.get(column).length());
        line.append("  ");
        line.append(column == 0 ? row.get(column) + padding : padding + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
