package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class PrecisionTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new Precision();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "class=0", 2 / 5.0,
        "class=1", 1 / 2.0,
        "class=2", 1.0,
        "macro", (0.4 + 0.5 + 1) / 3,
        "micro", 0.5,
        "weighted", (3 * 0.4 + 2 * 0.5 + 3) / 8);
  }
}
