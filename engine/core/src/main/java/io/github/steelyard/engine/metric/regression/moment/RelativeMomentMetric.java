package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Range;

/** A metric that holds errors against how much the targets differ: a pure number, at best 1. */
interface RelativeMomentMetric extends MomentMetric {
  @Override
  default Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  default Range range() {
    return new Range(Double.NEGATIVE_INFINITY, 1);
  }

  @Override
  default String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  default String unit() {
    return "";
  }
}
