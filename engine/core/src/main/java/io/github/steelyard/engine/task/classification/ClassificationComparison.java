package io.github.steelyard.engine.task.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.LargestDifference;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.SameExamples;

/**
 * Compares all probabilities where they are kept, else those that always are: of the predicted and
 * of the example's own class.
 */
final class ClassificationComparison implements OutcomeComparison {
  @Override
  public void add(RowBlock one, RowBlock other, Agreement into) {
    Outcomes left = new Outcomes(one);
    Outcomes right = new Outcomes(other);
    SameExamples.compare(
        one,
        other,
        ClassificationTask.PREDICTION,
        into,
        row ->
            into.add(
                left.predictions[row] == right.predictions[row],
                difference(left, right, row),
                Math.abs(left.logProbabilities[row] - right.logProbabilities[row])));
  }

  private static double difference(Outcomes left, Outcomes right, int row) {
    if (left.scores.length == 0 || right.scores.length == 0) {
      return Math.max(
          Math.abs(left.confidences[row] - right.confidences[row]),
          Math.abs(Math.exp(left.logProbabilities[row]) - Math.exp(right.logProbabilities[row])));
    }
    return LargestDifference.of(left.scores[row], right.scores[row]);
  }

  /** The arrays of one block; no scores where none are kept. */
  private static final class Outcomes {
    private final int[] predictions;
    private final double[] confidences;
    private final double[] logProbabilities;
    private final float[][] scores;

    Outcomes(RowBlock block) {
      String kept = ClassificationTask.SCORES.name();
      predictions = block.ints(ClassificationTask.PREDICTION.name());
      confidences = block.doubles(ClassificationTask.CONFIDENCE.name());
      logProbabilities = block.doubles(ClassificationTask.LABEL_LOG_PROBABILITY.name());
      scores = block.has(kept) ? block.floatLists(kept) : new float[0][];
    }
  }
}
