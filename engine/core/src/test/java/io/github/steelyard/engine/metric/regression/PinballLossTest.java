package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class PinballLossTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new PinballLoss();
  }

  /** Four in all above the targets and two below. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("quantile=0.1", 3.8 / 5, "quantile=0.5", 3 / 5.0, "quantile=0.9", 2.2 / 5);
  }
}
