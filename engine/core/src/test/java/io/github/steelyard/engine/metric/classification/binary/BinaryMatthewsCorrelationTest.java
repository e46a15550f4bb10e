package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class BinaryMatthewsCorrelationTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new BinaryMatthewsCorrelation();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 4 / Math.sqrt(240));
  }
}
