package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The formats on the class path, a user's own from {@code --jars} among them. */
public final class DatasetFormats {
  private DatasetFormats() {}

  /** Sorted by name. */
  public static List<DatasetFormat> all() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return ServiceLoader.load(DatasetFormat.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(DatasetFormat::name))
        .toList();
  }

  /**
   * The format that a suite asks for.
   *
   * @throws BadInputException naming the known ones, when there is none of that name
   */
  public static DatasetFormat named(String name) {
    List<DatasetFormat> known = all();
    return known.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Unknown format: '"
                        + name
                        + "'. Known: "
                        + known.stream()
                            .map(DatasetFormat::name)
                            .collect(Collectors.joining(", "))));
  }
}
