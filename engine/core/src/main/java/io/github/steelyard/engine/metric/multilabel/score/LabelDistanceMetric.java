package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import io.github.steelyard.engine.metric.state.MeanState;
import java.util.List;

/**
 * The mean over examples and labels of what one probability costs. Of 30 clusters its own interval
 * lies below the truth in 6 of 100 data sets; on the scale of its logarithm it is less skewed.
 */
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
  default String intervals() {
    return "Grouped jackknife of the logarithm.";
  }

  @Override
  default List<Value> values(MetricState state) {
    return List.of(((MeanState) state).value(ScaledJackknife.ofMean(Scale.LOGARITHM)));
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
