package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class RocAucTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new RocAuc();
  }

  /** Pairs of an example and another one, in order and half in order; class 3 has no examples. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "class=0",
        23 / 30.0,
        "class=1",
        3 / 4.0,
        "class=2",
        19 / 30.0,
        "macro",
        43 / 60.0,
        "micro",
        25 / 32.0,
        "weighted",
        57 / 80.0,
        "error-bound",
        1 / 10.0);
  }
}
