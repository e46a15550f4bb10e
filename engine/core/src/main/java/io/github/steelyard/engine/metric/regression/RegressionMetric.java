package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;

/**
 * What most metrics of regression have in common: errors, in the target's unit, the less the
 * better.
 */
public interface RegressionMetric extends Metric {
  /** The columns that an error follows from. */
  List<String> COLUMNS = List.of(RegressionTask.TARGET.name(), RegressionTask.PREDICTION.name());

  @Override
  default String task() {
    return RegressionTask.NAME;
  }

  @Override
  default Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  default Range range() {
    return new Range(0, Double.POSITIVE_INFINITY);
  }

  @Override
  default String unit() {
    return "target's unit";
  }

  @Override
  default String intervals() {
    return "Grouped jackknife of the logarithm.";
  }
}
