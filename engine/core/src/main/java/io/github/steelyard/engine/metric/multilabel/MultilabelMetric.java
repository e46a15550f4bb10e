package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;

/** What most metrics of several labels have in common; each may say otherwise. */
public interface MultilabelMetric extends Metric {
  @Override
  default String task() {
    return MultilabelTask.NAME;
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

  @Override
  default String intervals() {
    return "Grouped jackknife.";
  }
}
