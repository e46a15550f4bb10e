package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.binary.BinaryMetricContract;
import java.util.Map;

class RecallAtPrecisionTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new RecallAtPrecision();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1 / 4.0, "error-bound", 1 / 4.0);
  }
}
