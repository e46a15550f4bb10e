package io.github.steelyard.engine.task;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The tasks on the class path, a user's own ({@code --jars}) among them. */
public final class Tasks {
  private Tasks() {}

  /** Sorted by name. */
  public static List<Task> all() {
    return ServiceLoader.load(Task.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Task::name))
        .toList();
  }

  /**
   * The task of that name.
   *
   * @throws BadInputException naming the known ones, when there is none of that name
   */
  public static Task named(String name) {
    List<Task> known = all();
    return known.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Unknown task: '"
                        + name
                        + "'. Known: "
                        + known.stream().map(Task::name).collect(Collectors.joining(", "))));
  }
}
