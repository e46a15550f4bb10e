package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class CohenKappaTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new CohenKappa();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1 - 0.5 / (1 - 22 / 64.0));
  }
}
