package io.github.steelyard.datasets.shift;

import io.github.steelyard.engine.extension.Installed;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The shifts on the class path, a user's own from {@code --jars} among them. */
public final class Shifts {
  private static final Installed<Shift> INSTALLED =
      new Installed<>(Shift.class, Comparator.comparing(Shift::kind).thenComparing(Shift::name));

  private Shifts() {}

  /** By kind, then by name. */
  public static List<Shift> all() {
    return INSTALLED.all();
  }

  /**
   * The shift that a suite asks for.
   *
   * @throws BadInputException naming the known ones, when there is none of that name
   */
  public static Shift named(String name) {
    return INSTALLED
        .first(shift -> shift.name().equals(name))
        .orElseThrow(
            () ->
                new BadInputException(
                    "Unknown shift: '"
                        + name
                        + "'. Known: "
                        + all().stream().map(Shift::name).collect(Collectors.joining(", "))));
  }
}
