package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class EqualMassCalibrationErrorTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new EqualMassCalibrationError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1.5 / 8);
  }
}
