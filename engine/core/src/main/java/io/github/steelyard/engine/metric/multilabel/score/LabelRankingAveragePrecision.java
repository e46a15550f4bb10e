package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;

/**
 * For each label of an example the share of its own labels among those ranked as high or higher. R.
 * E. Schapire and Y. Singer, "BoosTexter: a boosting-based system for text categorization" (2000);
 * ties as in scikit-learn.
 */
@AutoService(Metric.class)
public final class LabelRankingAveragePrecision implements ExampleScoreMetric {
  @Override
  public String id() {
    return "label-ranking-average-precision";
  }

  @Override
  public String doc() {
    return "Mean over the examples of the mean over their labels of the share of own labels among"
        + " those whose score is as high or higher; 1 for an example with none or all of the"
        + " labels, as in scikit-learn.";
  }

  @Override
  public double of(int[] truths, float[] scores) {
    if (truths.length == 0 || truths.length == scores.length) {
      return 1;
    }
    double sum = 0;
    for (int truth : truths) {
      double own = LabelOrder.rankAmong(truths, scores, scores[truth]);
      sum += own / LabelOrder.rank(scores, scores[truth]);
    }
    return Math.min(1, sum / truths.length);
  }
}
