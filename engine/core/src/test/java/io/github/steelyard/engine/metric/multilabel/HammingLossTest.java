package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class HammingLossTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new HammingLoss();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1 / 4.0);
  }
}
