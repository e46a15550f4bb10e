package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetricContract;
import java.util.Map;

class LogLossTest extends MultilabelMetricContract {
  @Override
  protected Metric metric() {
    return new LogLoss();
  }

  /** Two probabilities of 0 are clipped to 2^-23. */
  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "",
        (4 * Math.log(4 / 3.0) + 9 * Math.log(2) + 3 * Math.log(8 / 7.0) - 2 * Math.log1p(-0x1p-23))
            / 16);
  }
}
