package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The architectures on the class path, by name; a user's own come in with {@code --jars}. */
public final class Architectures {
  private final TreeMap<String, Architecture> byName = new TreeMap<>();

  private Architectures(Iterable<Architecture> architectures) {
    for (Architecture architecture : architectures) {
      Architecture other = byName.put(architecture.name(), architecture);
      if (other != null) {
        throw new IllegalStateException(
            "Cannot tell two architectures apart that are both named '" + other.name() + "'");
      }
    }
  }

  /** Looks them up through the context class loader. */
  public static Architectures found() {
    return new Architectures(ServiceLoader.load(Architecture.class));
  }

  /** Sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  public boolean contains(String name) {
    return byName.containsKey(name);
  }

  /** The sentence for a name that is none. */
  public String unknown(String name) {
    return "Unknown architecture: '" + name + "'. Known: " + String.join(", ", names()) + ".";
  }

  /**
   * The architecture of that name.
   *
   * @throws BadInputException when there is none of that name
   */
  public Architecture named(String name) {
    Architecture architecture = byName.get(name);
    if (architecture == null) {
      throw new BadInputException(unknown(name));
    }
    return architecture;
  }
}
