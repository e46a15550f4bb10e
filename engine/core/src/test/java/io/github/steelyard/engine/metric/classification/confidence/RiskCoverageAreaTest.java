package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.ClassificationMetricContract;
import java.util.Map;

class RiskCoverageAreaTest extends ClassificationMetricContract {
  @Override
  protected Metric metric() {
    return new RiskCoverageArea();
  }

  @Override
  protected Map<String, Double> workedValues() {
    return Map.of(
        "",
        (3 - 9 / 4.0 * Math.log(7 / 3.0) + 1 - 4 * Math.log(8 / 7.0)) / 8,
        "error-bound",
        Math.max(WORST - MIDDLE, MIDDLE - BEST) / 8);
  }

  /** Of the four examples of confidence 1/2 one is a hit: as the last, anywhere, as the first. */
  private static final double WORST = 3 - 3 * Math.log(2) + 3 * Math.log(7 / 6.0);

  private static final double MIDDLE = 3 - 9 / 4.0 * Math.log(7 / 3.0);
  private static final double BEST = 3 - 4 * Math.log(7 / 4.0);
}
