package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;

/** Rows that say what could not be evaluated, and why, in a sentence for the user. */
public final class Failures {
  private Failures() {}

  public static FailureRow ofModel(String model, Throwable problem) {
    return new FailureRow(
        model, null, null, null, FailureStage.PLAN, Sentences.of(problem), kind(problem));
  }

  public static FailureRow ofSplit(String dataset, String split, Throwable problem) {
    return new FailureRow(
        null, dataset, split, null, FailureStage.PREPARE, Sentences.of(problem), kind(problem));
  }

  public static FailureRow ofUnit(
      String model, String dataset, String split, FailureStage stage, Throwable problem) {
    return new FailureRow(model, dataset, split, null, stage, Sentences.of(problem), kind(problem));
  }

  private static String kind(Throwable problem) {
    return problem.getClass().getName();
  }
}
