package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class BalancedAccuracyTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new BalancedAccuracy();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", (2 / 3.0 + 1 / 2.0 + 1 / 3.0) / 3);
  }
}
