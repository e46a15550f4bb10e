package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class CoverageErrorTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new CoverageError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 7 / 4.0);
  }
}
