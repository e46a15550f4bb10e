package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.binary.BinaryMetricContract;
import java.util.Map;

class RocAucOfTwoClassesTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new RocAuc();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 11.5 / 16, "error-bound", 1.5 / 16);
  }

  @Override
  protected boolean forTwoClassesOnly() {
    return false;
  }
}
