package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.problem.DataException;
import java.util.List;

/**
 * Several labels in one text, as a raw example holds them. They are put apart by ASCII's unit
 * separator, which is there for that and stands in nobody's names; one label alone is its own text.
 */
public final class LabelText {
  private static final String SEPARATOR = "\u001f";

  private LabelText() {}

  /**
   * The text of an example's labels.
   *
   * @param place of the example, for the sentence of an error
   * @throws DataException where a label is empty or holds the separator
   */
  public static String join(List<String> labels, String place) {
    for (String label : labels) {
      if (label.isEmpty() || label.contains(SEPARATOR)) {
        throw new DataException(
            place, "expected labels of one character and more, none of them U+001F");
      }
    }
    return labels.size() == 1 ? labels.get(0) : String.join(SEPARATOR, labels);
  }

  /** The labels of a text that {@link #join} made; none of an empty one. */
  public static List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return text.contains(SEPARATOR) ? List.of(text.split(SEPARATOR, -1)) : List.of(text);
  }
}
