package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class BrierTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new Brier();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", (0.375 + 0.84375 + 0.09375 + 0.875 + 0.75 + 1.5) / 8);
  }
}
