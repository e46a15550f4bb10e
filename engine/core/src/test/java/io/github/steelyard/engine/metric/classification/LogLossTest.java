package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.Metric;
import java.util.Map;

class LogLossTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new LogLoss();
  }

  @Override
  protected Map<String, Double> workedValues() {
    // The last example's class has probability 0, which is clipped to 2^-52.
    return Map.of("", (59 * Math.log(2) + Math.log(4 / 3.0)) / 8);
  }
}
