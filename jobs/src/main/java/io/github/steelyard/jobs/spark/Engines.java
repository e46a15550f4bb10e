package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.problem.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines on the class path, a user's own ({@code --jars}) among them. */
public final class Engines {
  private Engines() {}

  public static List<EngineProvider> all() {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  public static EngineProvider named(String name) {
    return all().stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new BadInputException("Unknown engine: '" + name + "'. Known: " + known()));
  }

  /** The first engine that recognizes the file's contents. */
  public static Optional<EngineProvider> accepting(Path file) {
    return all().stream().filter(engine -> engine.accepts(file)).findFirst();
  }

  static String known() {
    return all().stream().map(EngineProvider::name).sorted().collect(Collectors.joining(", "));
  }
}
