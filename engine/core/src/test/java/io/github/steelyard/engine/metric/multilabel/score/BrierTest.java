package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class BrierTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new Brier();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 2.671875 / 16);
  }
}
