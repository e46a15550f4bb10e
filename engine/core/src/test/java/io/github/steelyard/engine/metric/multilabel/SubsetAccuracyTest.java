package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class SubsetAccuracyTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new SubsetAccuracy();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1 / 4.0);
  }
}
