package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class BinaryFBetaTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new BinaryFBeta();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 15 / 21.0);
  }
}
