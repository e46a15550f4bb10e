package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class PrecisionTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new Precision();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "label=0",
        1 / 2.0,
        "label=1",
        1 / 3.0,
        "label=2",
        1.0,
        "macro",
        11 / 24.0,
        "micro",
        4 / 7.0,
        "samples",
        1 / 2.0,
        "weighted",
        2 / 3.0);
  }
}
