package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Metric;
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
