package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;
import java.util.BitSet;

/**
 * Compares predictions relative to their size: {@code |a - b| / max(1, |a|, |b|)}, so that one
 * tolerance serves targets of any scale. Numbers have no probabilities, so the difference of
 * log-probabilities stays 0.
 */
final class RegressionComparison implements OutcomeComparison {
  @Override
  public void add(RowBlock one, RowBlock other, Agreement into) {
    SameExamples.check(one, other);
    double[] left = one.doubles(RegressionTask.PREDICTION.name());
    double[] right = other.doubles(RegressionTask.PREDICTION.name());
    BitSet leftMissing = one.nulls(RegressionTask.PREDICTION.name());
    BitSet rightMissing = other.nulls(RegressionTask.PREDICTION.name());
    for (int row = 0; row < one.rows(); row++) {
      if (leftMissing.get(row) || rightMissing.get(row)) {
        into.notCompared(leftMissing.get(row) != rightMissing.get(row));
      } else {
        into.add(left[row] == right[row], difference(left[row], right[row]), 0);
      }
    }
  }

  private static double difference(double a, double b) {
    return Math.abs(a - b) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }
}
