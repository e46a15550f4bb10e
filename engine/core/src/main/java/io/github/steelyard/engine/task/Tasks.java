package io.github.steelyard.engine.task;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.service.Services;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The tasks on the class path, a user's own ({@code --jars}) among them. */
public final class Tasks {
  private static final Services<Task> FOUND = new Services<>(Task.class);

  private Tasks() {}

  /** Sorted by name. */
  public static List<Task> all() {
    return FOUND.all().stream().sorted(Comparator.comparing(Task::name)).toList();
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
