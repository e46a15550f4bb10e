package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class DebiasedCalibrationErrorTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new DebiasedCalibrationError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 0.0);
  }
}
