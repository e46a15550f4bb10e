package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.binary.BinaryMetricContract;
import java.util.Map;

class PrecisionAtRecallTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new PrecisionAtRecall();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 4 / 7.0, "error-bound", 2 / 3.0 - 4 / 7.0);
  }
}
