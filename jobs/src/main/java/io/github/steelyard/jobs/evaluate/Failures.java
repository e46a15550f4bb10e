package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.reports.run.FailureRow;
import io.github.steelyard.reports.run.FailureStage;

/** Rows that say what could not be evaluated, and why, in a sentence for the user. */
final class Failures {
  private Failures() {}

  static FailureRow ofModel(String model, Throwable problem) {
    return new FailureRow(model, null, null, FailureStage.PLAN, sentence(problem), kind(problem));
  }

  static FailureRow ofSplit(String dataset, String split, Throwable problem) {
    return new FailureRow(
        null, dataset, split, FailureStage.PREPARE, sentence(problem), kind(problem));
  }

  static FailureRow ofUnit(
      String model, String dataset, String split, FailureStage stage, Throwable problem) {
    return new FailureRow(model, dataset, split, stage, sentence(problem), kind(problem));
  }

  /** Our own sentences as they are, anything else with its kind. */
  static String sentence(Throwable problem) {
    return problem instanceof BadInputException && problem.getMessage() != null
        ? problem.getMessage()
        : problem.toString();
  }

  private static String kind(Throwable problem) {
    return problem.getClass().getName();
  }
}
