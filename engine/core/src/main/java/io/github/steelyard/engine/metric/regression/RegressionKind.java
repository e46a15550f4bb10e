package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;

/** A kind of state that is made of targets, predictions and weights. */
public interface RegressionKind extends StateKind {
  /** Adds one example. */
  void add(MetricState state, double target, double prediction, double weight);

  @Override
  default List<String> columns() {
    return RegressionMetric.COLUMNS;
  }

  @Override
  default RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    double[] targets = examples.doubles(RegressionTask.TARGET.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    double[] predictions = outcomes.doubles(RegressionTask.PREDICTION.name());
    return (state, row) -> add(state, targets[row], predictions[row], weights[row]);
  }
}
