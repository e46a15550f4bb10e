package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class AveragePrecisionTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new AveragePrecision();
  }

  /** Precisions at each score, weighted with the examples found there; class 3 has no examples. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "class=0",
        2 / 3.0,
        "class=1",
        2 / 3.0,
        "class=2",
        5 / 8.0,
        "macro",
        47 / 72.0,
        "micro",
        339 / 544.0,
        "weighted",
        125 / 192.0,
        "error-bound",
        1 / 5.0);
  }
}
