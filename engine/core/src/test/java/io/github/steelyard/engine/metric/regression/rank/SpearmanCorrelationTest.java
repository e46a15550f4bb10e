package io.github.steelyard.engine.metric.regression.rank;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class SpearmanCorrelationTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new SpearmanCorrelation();
  }

  /** Ranks 2, 3, 5, 1, 4 and 3, 3, 3, 1, 5, of which each has a mean of 3. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 6 / Math.sqrt(80), "error-bound", 0.0);
  }
}
