package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.regression.RegressionMetric;
import java.util.List;

/** A metric that derives from first and second moments. */
interface MomentMetric extends RegressionMetric {
  Value value(Moments moments);

  @Override
  default StateKind kind(MetricSettings settings) {
    return new MomentKind();
  }

  @Override
  default List<Value> values(MetricState state) {
    return List.of(value(((MomentState) state).moments()));
  }
}
