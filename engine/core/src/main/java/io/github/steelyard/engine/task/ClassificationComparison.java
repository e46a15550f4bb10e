package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.BitSet;

/**
 * Compares all probabilities where they are kept, else those that always are: of the predicted and
 * of the example's own class.
 */
final class ClassificationComparison implements OutcomeComparison {
  @Override
  public void add(RowBlock one, RowBlock other, Agreement into) {
    Outcomes left = new Outcomes(one);
    Outcomes right = new Outcomes(other);
    if (one.rows() != other.rows()) {
      throw new BadInputException(
          "Cannot compare %d outcomes with %d: expected those of the same examples"
              .formatted(one.rows(), other.rows()));
    }
    for (int row = 0; row < one.rows(); row++) {
      if (left.ordinals[row] != right.ordinals[row]) {
        throw new BadInputException(
            "Cannot compare example %d with example %d: expected the same examples in one order"
                .formatted(left.ordinals[row], right.ordinals[row]));
      }
      if (left.missing.get(row) || right.missing.get(row)) {
        into.notCompared(left.missing.get(row) != right.missing.get(row));
      } else {
        into.add(
            left.predictions[row] == right.predictions[row],
            difference(left, right, row),
            Math.abs(left.logProbabilities[row] - right.logProbabilities[row]));
      }
    }
  }

  private static double difference(Outcomes left, Outcomes right, int row) {
    if (left.scores.length == 0 || right.scores.length == 0) {
      return Math.max(
          Math.abs(left.confidences[row] - right.confidences[row]),
          Math.abs(Math.exp(left.logProbabilities[row]) - Math.exp(right.logProbabilities[row])));
    }
    float[] a = left.scores[row];
    float[] b = right.scores[row];
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
    }
    return largest;
  }

  /** The arrays of one block; no scores where none are kept. */
  private static final class Outcomes {
    private final long[] ordinals;
    private final BitSet missing;
    private final int[] predictions;
    private final double[] confidences;
    private final double[] logProbabilities;
    private final float[][] scores;

    Outcomes(RowBlock block) {
      String kept = ClassificationTask.SCORES.name();
      ordinals = block.longs(ExampleColumns.ORDINAL.name());
      missing = block.nulls(ClassificationTask.PREDICTION.name());
      predictions = block.ints(ClassificationTask.PREDICTION.name());
      confidences = block.doubles(ClassificationTask.CONFIDENCE.name());
      logProbabilities = block.doubles(ClassificationTask.LABEL_LOG_PROBABILITY.name());
      scores = block.has(kept) ? block.floatLists(kept) : new float[0][];
    }
  }
}
