package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class F1Test extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new F1();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "label=0",
        1 / 2.0,
        "label=1",
        1 / 2.0,
        "label=2",
        1.0,
        "macro",
        1 / 2.0,
        "micro",
        2 / 3.0,
        "samples",
        13 / 24.0,
        "weighted",
        7 / 10.0);
  }
}
