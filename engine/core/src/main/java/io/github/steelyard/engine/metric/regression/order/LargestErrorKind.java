package io.github.steelyard.engine.metric.regression.order;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.regression.RegressionKind;
import java.io.DataInput;
import java.io.IOException;

/** The largest absolute error. */
record LargestErrorKind() implements RegressionKind {
  @Override
  public String id() {
    return "largest-error";
  }

  @Override
  public MetricState empty() {
    return new LargestErrorState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return LargestErrorState.read(in);
  }

  @Override
  public void add(MetricState state, double target, double prediction, double weight) {
    ((LargestErrorState) state).add(Math.abs(prediction - target), weight);
  }
}
