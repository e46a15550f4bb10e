package io.github.steelyard.engine.metric.regression.order;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.regression.RegressionKind;
import java.io.DataInput;
import java.io.IOException;

/** A histogram of absolute errors; sparse, and never of more than 16,385 bins. */
record ErrorBinKind() implements RegressionKind {
  @Override
  public String id() {
    return "error-bins";
  }

  @Override
  public MetricState empty() {
    return new ErrorBinState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return ErrorBinState.read(in);
  }

  @Override
  public void add(MetricState state, double target, double prediction, double weight) {
    ((ErrorBinState) state).add(Math.abs(prediction - target), weight);
  }
}
