package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.task.classification.ClassificationTask;

/** What most metrics of classification have in common; each may say otherwise. */
public interface ClassificationMetric extends Metric {
  @Override
  default String task() {
    return ClassificationTask.NAME;
  }

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
