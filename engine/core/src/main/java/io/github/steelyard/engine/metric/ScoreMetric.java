package io.github.steelyard.engine.metric;

/** A pure number from 0 to 1, the more the better, unless the metric says otherwise. */
public interface ScoreMetric extends Metric {
  @Override
  default Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  default Range range() {
    return Range.UNIT;
  }

  @Override
  default String unit() {
    return "";
  }
}
