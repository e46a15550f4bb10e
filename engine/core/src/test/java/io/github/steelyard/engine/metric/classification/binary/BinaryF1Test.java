package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class BinaryF1Test extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new BinaryF1();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 2 / 3.0);
  }
}
