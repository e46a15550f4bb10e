package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Direction;

/** The mean over examples and labels of what one probability costs. */
interface LabelDistanceMetric extends ExampleScoreMetric {
  /**
   * What one label of one example costs.
   *
   * @param likely the probability of what is true: of the label, or of its absence
   */
  double cost(double likely);

  @Override
  default Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  default double of(int[] truths, float[] scores) {
    double sum = 0;
    int next = 0;
    for (int label = 0; label < scores.length; label++) {
      boolean own = next < truths.length && truths[next] == label;
      next += own ? 1 : 0;
      sum += cost(own ? scores[label] : 1 - (double) scores[label]);
    }
    return sum / scores.length;
  }
}
