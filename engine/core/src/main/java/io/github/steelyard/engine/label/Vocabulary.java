package io.github.steelyard.engine.label;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.DataException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts that stand for classes in a source. */
final class Vocabulary implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 10;

  private final LabelMap texts;
  private final String noun;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * @param texts of each class
   * @param noun what sentences call them: {@code classes}
   */
  Vocabulary(LabelMap texts, String noun) {
    this.texts = texts;
    this.noun = noun;
    for (int index = 0; index < texts.classes(); index++) {
      indices.put(texts.name(index), index);
    }
  }

  int size() {
    return texts.classes();
  }

  int index(String text, String place) {
    Integer index = indices.get(text);
    if (index == null) {
      throw new DataException(
          place, "label '" + text + "' is none of the " + size() + " " + noun + " " + shown());
    }
    return index;
  }

  private String shown() {
    List<String> first = texts.names().subList(0, Math.min(MOST_SHOWN, size()));
    return String.join(", ", first) + (size() > MOST_SHOWN ? ", ..." : "");
  }
}
