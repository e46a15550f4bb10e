package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class MeanErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new MeanError();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 2 / 5.0);
  }
}
