package io.github.steelyard.datasets.slice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of several slice columns as the value of one. */
final class Crosses {
  private Crosses() {}

  /**
   * {@code north, old}; null where one of them is. A comma or backslash inside a value follows a
   * backslash, so that different values never look the same.
   *
   * @param columns each with a value, or null, for each row
   */
  static @Nullable String value(List<String[]> columns, int row) {
    StringBuilder joined = new StringBuilder();
    for (String[] column : columns) {
      String value = column[row];
      if (value == null) {
        return null;
      }
      joined.append(joined.length() == 0 ? "" : ", ");
      joined.append(value.replace("\\", "\\\\").replace(",", "\\,"));
    }
    return joined.toString();
  }
}
