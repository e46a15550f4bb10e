package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class SpecificityTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new Specificity();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1 / 2.0);
  }
}
