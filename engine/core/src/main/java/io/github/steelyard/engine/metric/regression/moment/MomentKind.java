package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.regression.RegressionKind;
import java.io.DataInput;
import java.io.IOException;

/** First and second moments of targets, predictions and errors, for all metrics of them. */
record MomentKind() implements RegressionKind {
  @Override
  public String id() {
    return "moments";
  }

  @Override
  public MetricState empty() {
    return new MomentState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return MomentState.read(in);
  }

  @Override
  public void add(MetricState state, double target, double prediction, double weight) {
    ((MomentState) state).add(target, prediction, weight);
  }
}
