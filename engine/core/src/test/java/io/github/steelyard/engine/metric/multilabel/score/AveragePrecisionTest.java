package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class AveragePrecisionTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new AveragePrecision();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "label=0",
        3 / 4.0,
        "label=1",
        1 / 3.0,
        "label=2",
        1.0,
        "macro",
        25 / 36.0,
        "micro",
        1 / 10.0 + 12 / 35.0 + 1 / 11.0,
        "weighted",
        23 / 30.0,
        "error-bound",
        1 / 3.0);
  }
}
