package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class RSquaredTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new RSquared();
  }

  /** Squared errors and squared distances of the targets from 2 are 10, both. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 0.0);
  }
}
