package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class BinaryBalancedAccuracyTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new BinaryBalancedAccuracy();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 5 / 8.0);
  }
}
