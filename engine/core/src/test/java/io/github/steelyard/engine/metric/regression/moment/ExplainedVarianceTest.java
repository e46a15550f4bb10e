package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class ExplainedVarianceTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new ExplainedVariance();
  }

  /** Without the bias of 2/5 squared errors are 10 - 5 * 4/25. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 0.8 / 10);
  }
}
