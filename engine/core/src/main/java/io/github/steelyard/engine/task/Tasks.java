package io.github.steelyard.engine.task;

import io.github.steelyard.engine.extension.Installed;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The tasks on the class path, a user's own ({@code --jars}) among them. */
public final class Tasks {
  private static final Installed<Task> INSTALLED =
      new Installed<>(Task.class, Comparator.comparing(Task::name));

  private Tasks() {}

  /** Sorted by name. */
  public static List<Task> all() {
    return INSTALLED.all();
  }

  /**
   * The task of that name.
   *
   * @throws BadInputException naming the known ones, when there is none of that name
   */
  public static Task named(String name) {
    return INSTALLED
        .first(task -> task.name().equals(name))
        .orElseThrow(
            () ->
                new BadInputException(
                    "Unknown task: '"
                        + name
                        + "'. Known: "
                        + all().stream().map(Task::name).collect(Collectors.joining(", "))));
  }
}
