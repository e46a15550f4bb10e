package io.github.steelyard.engine.metric.regression.order;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.regression.RegressionMetricContract;
import java.util.Map;

class MedianAbsoluteErrorTest extends RegressionMetricContract {
  @Override
  protected Metric metric() {
    return new MedianAbsoluteError();
  }

  /** The bin of 1 reaches to 65/64; three quarters of its two errors are below the median. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of("", 1 + 3 / 256.0, "error-bound", 3 / 256.0);
  }
}
