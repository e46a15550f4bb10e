package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Compares the probabilities of all labels; predictions are equal where the sets of labels are. An
 * example has no one label of its own, so the difference of log-probabilities stays 0.
 */
final class MultilabelComparison implements OutcomeComparison {
  @Override
  public void add(RowBlock one, RowBlock other, Agreement into) {
    SameExamples.check(one, other);
    int[][] left = one.intLists(MultilabelTask.PREDICTIONS.name());
    int[][] right = other.intLists(MultilabelTask.PREDICTIONS.name());
    float[][] leftScores = one.floatLists(MultilabelTask.SCORES.name());
    float[][] rightScores = other.floatLists(MultilabelTask.SCORES.name());
    BitSet leftMissing = one.nulls(MultilabelTask.PREDICTED.name());
    BitSet rightMissing = other.nulls(MultilabelTask.PREDICTED.name());
    for (int row = 0; row < one.rows(); row++) {
      if (leftMissing.get(row) || rightMissing.get(row)) {
        into.notCompared(leftMissing.get(row) != rightMissing.get(row));
      } else {
        into.add(
            Arrays.equals(left[row], right[row]),
            LargestDifference.of(leftScores[row], rightScores[row]),
            0);
      }
    }
  }
}
