package io.github.steelyard.datasets.format;

import io.github.steelyard.engine.extension.Installed;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The formats on the class path, a user's own from {@code --jars} among them. */
public final class DatasetFormats {
  private static final Installed<DatasetFormat> INSTALLED =
      new Installed<>(DatasetFormat.class, Comparator.comparing(DatasetFormat::name));

  private DatasetFormats() {}

  /** Sorted by name. */
  public static List<DatasetFormat> all() {
    return INSTALLED.all();
  }

  /**
   * The format that a suite asks for.
   *
   * @throws BadInputException naming the known ones, when there is none of that name
   */
  public static DatasetFormat named(String name) {
    return INSTALLED
        .first(format -> format.name().equals(name))
        .orElseThrow(
            () ->
                new BadInputException(
                    "Unknown format: '"
                        + name
                        + "'. Known: "
                        + all().stream()
                            .map(DatasetFormat::name)
                            .collect(Collectors.joining(", "))));
  }
}
