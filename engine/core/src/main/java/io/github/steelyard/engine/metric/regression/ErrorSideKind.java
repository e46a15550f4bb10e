package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.MetricState;
import java.io.DataInput;
import java.io.IOException;

/** One pair of sums for all metrics that are linear in errors above and errors below. */
record ErrorSideKind() implements RegressionKind {
  @Override
  public String id() {
    return "error-sides";
  }

  @Override
  public MetricState empty() {
    return new ErrorSideState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return ErrorSideState.read(in);
  }

  @Override
  public void add(MetricState state, double target, double prediction, double weight) {
    ((ErrorSideState) state).add(prediction - target, weight);
  }
}
