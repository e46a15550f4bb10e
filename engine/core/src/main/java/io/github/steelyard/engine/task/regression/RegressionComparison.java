package io.github.steelyard.engine.task.regression;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.SameExamples;

/**
 * Compares predictions relative to their size: {@code |a - b| / max(1, |a|, |b|)}, so that one
 * tolerance serves targets of any scale. Numbers have no probabilities, so the difference of
 * log-probabilities stays 0.
 */
final class RegressionComparison implements OutcomeComparison {
  @Override
  public void add(RowBlock one, RowBlock other, Agreement into) {
    double[] left = one.doubles(RegressionTask.PREDICTION.name());
    double[] right = other.doubles(RegressionTask.PREDICTION.name());
    SameExamples.compare(
        one,
        other,
        RegressionTask.PREDICTION,
        into,
        row -> into.add(left[row] == right[row], difference(left[row], right[row]), 0));
  }

  private static double difference(double a, double b) {
    return Math.abs(a - b) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
