package io.github.steelyard.engine.data;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The classes of a data set: index to name. Names are unique.
 *
 * @param names the class at each index
 */
public record LabelMap(List<String> names) implements Serializable {
  /** Of a data set whose labels are no classes. */
  public static final LabelMap NONE = new LabelMap(List.of());

  public LabelMap {
    names = List.copyOf(names);
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("Cannot use a class name twice in " + names);
    }
  }

  /** Classes that are named after their index. */
  public static LabelMap numbered(int classes) {
    return new LabelMap(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  public int classes() {
    return names.size();
  }

  public String name(int index) {
    return names.get(index);
  }

  /** The class of that name, or -1. */
  public int index(String name) {
    return names.indexOf(name);
  }
}
