package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class RootMeanSquaredErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new RootMeanSquaredError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", Math.sqrt(2));
  }
}
