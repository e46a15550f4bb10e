package io.github.steelyard.engine.task;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.List;
import java.util.stream.IntStream;

/** Which class each of a model's outputs stands for. */
public final class ClassOrder {
  private ClassOrder() {}

  /** The settings' order, which must be a permutation of at least one class. */
  public static int[] ofOutputs(TaskSettings settings) {
    int classes = settings.labels().classes();
    List<Integer> classOfOutput = settings.outputClasses();
    List<Integer> all = IntStream.range(0, classes).boxed().toList();
    if (classes < 1 || !classOfOutput.stream().sorted().toList().equals(all)) {
      throw new BadInputException(
          "Cannot map the model's outputs to the classes %s: expected each of 0 to %d once"
              .formatted(classOfOutput, classes - 1));
    }
    return classOfOutput.stream().mapToInt(Integer::intValue).toArray();
  }
}
