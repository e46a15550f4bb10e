package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class RecallTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new Recall();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "label=0",
        1 / 2.0,
        "label=1",
        1.0,
        "label=2",
        1.0,
        "macro",
        5 / 8.0,
        "micro",
        4 / 5.0,
        "samples",
        5 / 8.0,
        "weighted",
        4 / 5.0);
  }
}
