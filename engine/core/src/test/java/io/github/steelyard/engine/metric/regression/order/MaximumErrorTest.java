package io.github.steelyard.engine.metric.regression.order;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class MaximumErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new MaximumError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 2.0);
  }
}
