package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class RecallTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new Recall();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "class=0",
        2 / 3.0,
        "class=1",
        1 / 2.0,
        "class=2",
        1 / 3.0,
        "macro",
        0.5,
        "micro",
        0.5,
        "weighted",
        0.5);
  }
}
