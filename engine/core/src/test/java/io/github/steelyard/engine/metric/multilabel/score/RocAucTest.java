package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class RocAucTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new RocAuc();
  }

  /** Pairs of an example with and one without the label, in order and half in order. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "label=0",
        5 / 8.0,
        "label=1",
        1 / 2.0,
        "label=2",
        1.0,
        "macro",
        17 / 24.0,
        "micro",
        4 / 5.0,
        "weighted",
        3 / 4.0,
        "error-bound",
        1 / 6.0);
  }
}
