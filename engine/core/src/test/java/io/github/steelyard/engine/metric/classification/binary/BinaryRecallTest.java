package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class BinaryRecallTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new BinaryRecall();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 3 / 4.0);
  }
}
