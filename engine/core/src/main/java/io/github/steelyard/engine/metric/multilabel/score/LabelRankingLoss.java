package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;

/**
 * The share of pairs of a label that an example has and one that it has not which are in the wrong
 * order. G. Tsoumakas, I. Katakis and I. Vlahavas, "Mining multi-label data" (2010); equal scores
 * are wrong, as in scikit-learn.
 */
@AutoService(Metric.class)
public final class LabelRankingLoss implements ExampleScoreMetric {
  @Override
  public String id() {
    return "label-ranking-loss";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public String doc() {
    return "Mean over the examples of the share of pairs of an own and another label in which the"
        + " other one's score is as high or higher; 0 for an example with none or all of the"
        + " labels, as in scikit-learn.";
  }

  @Override
  public double of(int[] truths, float[] scores) {
    int others = scores.length - truths.length;
    if (truths.length == 0 || others == 0) {
      return 0;
    }
    long wrong = 0;
    for (int truth : truths) {
      wrong +=
          LabelOrder.rank(scores, scores[truth])
              - LabelOrder.rankAmong(truths, scores, scores[truth]);
    }
    return wrong / ((double) truths.length * others);
  }
}
