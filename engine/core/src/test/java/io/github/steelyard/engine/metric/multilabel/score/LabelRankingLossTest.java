package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class LabelRankingLossTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new LabelRankingLoss();
  }

  /** 0, 0, two of four pairs, one of three. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 5 / 24.0);
  }
}
