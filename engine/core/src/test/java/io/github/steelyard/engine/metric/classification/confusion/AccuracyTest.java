package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class AccuracyTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new Accuracy();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 4 / 8.0);
  }
}
