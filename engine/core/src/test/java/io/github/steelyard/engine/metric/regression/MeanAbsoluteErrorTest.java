package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class MeanAbsoluteErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new MeanAbsoluteError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 6 / 5.0);
  }
}
