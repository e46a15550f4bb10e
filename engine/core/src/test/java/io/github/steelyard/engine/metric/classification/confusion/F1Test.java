package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class F1Test extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new F1();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "class=0",
        4 / 8.0,
        "class=1",
        2 / 4.0,
        "class=2",
        2 / 4.0,
        "macro",
        0.5,
        "micro",
        0.5,
        "weighted",
        0.5);
  }
}
