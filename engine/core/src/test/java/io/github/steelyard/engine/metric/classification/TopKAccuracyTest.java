package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class TopKAccuracyTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new TopKAccuracy();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("k=3", 1.0);
  }
}
