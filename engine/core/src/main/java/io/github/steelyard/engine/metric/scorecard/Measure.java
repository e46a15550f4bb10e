package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.estimate.Estimate;

/** One of a metric's values. */
record Measure(String metric, String aspect) {
  static Measure of(Estimate estimate) {
    return new Measure(estimate.metric(), estimate.aspect());
  }
}
