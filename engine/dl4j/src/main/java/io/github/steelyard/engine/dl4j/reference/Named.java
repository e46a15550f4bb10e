package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.Map;
import java.util.TreeSet;

/** A family's sizes by the names of its networks. */
final class Named {
  private Named() {}

  /**
   * The size of that name.
   *
   * @throws BadInputException when the family has none of that name
   */
  static <T> T in(Map<String, T> family, String name) {
    T size = family.get(name);
    if (size == null) {
      throw new BadInputException(
          "Unknown reference architecture: '"
              + name
              + "'. Known to this family: "
              + String.join(", ", new TreeSet<>(family.keySet()))
              + ".");
    }
    return size;
  }
}
