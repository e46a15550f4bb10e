package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.MetricState;
import java.io.DataInput;
import java.io.IOException;

/** 512 fixed bins of the confidence, for what asks for its order. */
record ConfidenceKind() implements JudgedConfidenceKind {
  static final String ID = "confidence-bins";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public MetricState empty() {
    return new ConfidenceState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return ConfidenceState.read(in);
  }

  @Override
  public void add(MetricState state, double confidence, boolean right, double weight) {
    ((ConfidenceState) state).add(confidence, right, weight);
  }
}
