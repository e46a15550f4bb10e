package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class MeanSquaredErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new MeanSquaredError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 2.0);
  }
}
