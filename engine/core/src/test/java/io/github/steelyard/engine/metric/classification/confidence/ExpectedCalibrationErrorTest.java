package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class ExpectedCalibrationErrorTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new ExpectedCalibrationError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    // Bins (0.2, 0.3], (0.4, 0.5], (0.7, 0.8], (0.9, 1].
    return Map.of("", (0.25 + 1 + 0.25 + 0) / 8);
  }
}
