package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a confusion matrix.
 *
 * @param label the class that the examples are of
 * @param prediction the class that they were taken for
 * @param examples how many they are, at least 1
 * @param weight sum of their weights; their number where all weights are 1
 */
public record ConfusionCount(Slice slice, int label, int prediction, long examples, double weight) {
  /** The cells of a slice that are not empty, by label, then by prediction. */
  public static List<ConfusionCount> of(Scorecard scorecard, Slice slice) {
    return scorecard
        .state(slice, ConfusionMatrixKind.ID)
        .map(state -> of((ConfusionMatrixState) state, slice))
        .orElse(List.of());
  }

  private static List<ConfusionCount> of(ConfusionMatrixState matrix, Slice slice) {
    List<ConfusionCount> counts = new ArrayList<>();
    for (int cell : matrix.cells()) {
      int label = cell / matrix.classes();
      int prediction = cell % matrix.classes();
      long examples = matrix.count(label, prediction);
      double weight = matrix.weight(label, prediction);
      counts.add(new ConfusionCount(slice, label, prediction, examples, weight));
    }
    return counts;
  }
}
