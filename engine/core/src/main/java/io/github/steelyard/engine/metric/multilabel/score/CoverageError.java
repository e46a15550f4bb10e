package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;

/** How far down the ranking one must go to have all labels of an example; scikit-learn's. */
@AutoService(Metric.class)
public final class CoverageError implements ExampleScoreMetric {
  @Override
  public String id() {
    return "coverage-error";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public Range range() {
    return new Range(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public String unit() {
    return "labels";
  }

  @Override
  public String doc() {
    return "Mean over the examples of how many labels have a score at least as high as the lowest of"
        + " the example's own; 0 for an example without labels, as in scikit-learn. At best it is"
        + " the mean number of labels.";
  }

  @Override
  public double of(int[] truths, float[] scores) {
    float lowest = Float.POSITIVE_INFINITY;
    for (int truth : truths) {
      lowest = Math.min(lowest, scores[truth]);
    }
    return LabelOrder.rank(scores, lowest);
  }
}
