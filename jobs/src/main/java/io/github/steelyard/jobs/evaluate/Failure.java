package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.problem.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * A model, a split, or one on the other, that could not be evaluated.
 *
 * @param model null where a whole split failed
 * @param dataset null where a whole model failed
 * @param split null where a whole model failed
 * @param message one sentence for the user
 * @param cause the class of what was thrown
 */
public record Failure(
    @Nullable String model,
    @Nullable String dataset,
    @Nullable String split,
    Stage stage,
    String message,
    String cause) {
  /** Where in the run it happened. */
  public enum Stage {
    PLAN,
    PREPARE,
    PREDICT,
    SCORE
  }

  /** Of a whole model. */
  static Failure ofModel(String model, Throwable problem) {
    return new Failure(
        model, null, null, Stage.PLAN, sentence(problem), problem.getClass().getName());
  }

  /** Of a whole split. */
  static Failure ofSplit(String dataset, String split, Throwable problem) {
    return new Failure(
        null, dataset, split, Stage.PREPARE, sentence(problem), problem.getClass().getName());
  }

  /** Of one unit. */
  static Failure ofUnit(
      String model, String dataset, String split, Stage stage, String message, String cause) {
    return new Failure(model, dataset, split, stage, message, cause);
  }

  /** What a user should read: our own sentences as they are, anything else with its kind. */
  public static String sentence(Throwable problem) {
    return problem instanceof BadInputException && problem.getMessage() != null
        ? problem.getMessage()
        : problem.toString();
  }
}
