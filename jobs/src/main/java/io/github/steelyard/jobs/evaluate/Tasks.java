package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.Task;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The tasks on the class path, a user's own ({@code --jars}) among them. */
final class Tasks {
  private Tasks() {}

  static Task named(String name) {
    return ServiceLoader.load(Task.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new BadInputException("Unknown task: '" + name + "'. Known: " + known()));
  }

  private static String known() {
    return ServiceLoader.load(Task.class).stream()
        .map(provider -> provider.get().name())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
