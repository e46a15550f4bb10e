package io.github.steelyard.datasets.shift;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The shifts on the class path, a user's own from {@code --jars} among them. */
public final class Shifts {
  private Shifts() {}

  /** By kind, then by name. */
  public static List<Shift> all() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return ServiceLoader.load(Shift.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Shift::kind).thenComparing(Shift::name))
        .toList();
  }

  /**
   * The shift that a suite asks for.
   *
   * @throws BadInputException naming the known ones, when there is none of that name
   */
  public static Shift named(String name) {
    List<Shift> known = all();
    return known.stream()
        .filter(shift -> shift.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Unknown shift: '"
                        + name
                        + "'. Known: "
                        + known.stream().map(Shift::name).collect(Collectors.joining(", "))));
  }
}
