package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class MeanAbsolutePercentageErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new MeanAbsolutePercentageError();
  }

  /** One target is 0, and counts as 2^-52. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", (0x1p52 + 13 / 6.0) / 5);
  }
}
