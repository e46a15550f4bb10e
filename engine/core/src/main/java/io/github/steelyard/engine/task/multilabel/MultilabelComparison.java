package io.github.steelyard.engine.task.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.LargestDifference;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.SameExamples;
import java.util.Arrays;

/**
 * Compares the probabilities of all labels; predictions are equal where the sets of labels are. An
 * example has no one label of its own, so the difference of log-probabilities stays 0.
 */
final class MultilabelComparison implements OutcomeComparison {
  @Override
  public void add(RowBlock one, RowBlock other, Agreement into) {
    int[][] left = one.intLists(MultilabelTask.PREDICTIONS.name());
    int[][] right = other.intLists(MultilabelTask.PREDICTIONS.name());
    float[][] leftScores = one.floatLists(MultilabelTask.SCORES.name());
    float[][] rightScores = other.floatLists(MultilabelTask.SCORES.name());
    SameExamples.compare(
        one,
        other,
        MultilabelTask.PREDICTED,
        into,
        row ->
            into.add(
                Arrays.equals(left[row], right[row]),
                LargestDifference.of(leftScores[row], rightScores[row]),
                0));
  }
}
