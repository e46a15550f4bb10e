package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class PearsonCorrelationTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new PearsonCorrelation();
  }

  /** Products about the means are 29 - 10 * 2.4, squares 10 and 38 - 28.8. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 5 / Math.sqrt(92));
  }
}
