package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.Metric;
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
