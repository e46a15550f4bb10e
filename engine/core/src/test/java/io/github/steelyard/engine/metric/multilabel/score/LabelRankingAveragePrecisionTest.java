package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class LabelRankingAveragePrecisionTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new LabelRankingAveragePrecision();
  }

  /** 1, 1, the mean of 2/3 and 1/2, and 1/2: of equal scores the own label is the last. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 37 / 48.0);
  }
}
