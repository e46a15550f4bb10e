package io.github.steelyard.engine.metric.regression.rank;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.regression.RegressionKind;
import java.io.DataInput;
import java.io.IOException;

/** Pairs of target and prediction, of which the order is wanted. */
record RankKind() implements RegressionKind {
  @Override
  public String id() {
    return "ranks";
  }

  @Override
  public MetricState empty() {
    return new RankState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return RankState.read(in);
  }

  @Override
  public void add(MetricState state, double target, double prediction, double weight) {
    ((RankState) state).add(target, prediction, weight);
  }
}
