package io.github.steelyard.engine.dl4j.head;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The heads on the class path; a user's own come in with {@code --jars}. */
public final class OutputHeads {
  private OutputHeads() {}

  /**
   * The head of a task.
   *
   * @throws BadInputException when no network can be trained for it
   */
  public static OutputHead of(String task) {
    List<OutputHead> known =
        ServiceLoader.load(OutputHead.class).stream().map(ServiceLoader.Provider::get).toList();
    return known.stream()
        .filter(head -> head.task().equals(task))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot train for the task '"
                        + task
                        + "'. Known: "
                        + known.stream()
                            .map(OutputHead::task)
                            .sorted()
                            .collect(Collectors.joining(", "))));
  }
}
