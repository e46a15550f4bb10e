package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.binary.BinaryMetricContract;
import java.util.Map;

class AveragePrecisionOfTwoClassesTest extends BinaryMetricContract {
  @Override
  protected Metric metric() {
    return new AveragePrecision();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "",
        (1 + 2 / 3.0 + 3 / 5.0 + 4 / 7.0) / 4,
        "error-bound",
        (1 + 1 + 3 / 4.0 + 4 / 6.0 - (1 + 2 / 3.0 + 3 / 5.0 + 4 / 7.0)) / 4);
  }

  @Override
  protected boolean forTwoClassesOnly() {
    return false;
  }
}
