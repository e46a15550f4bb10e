package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.MetricState;
import java.io.DataInput;
import java.io.IOException;

/** Ten equal bins of the confidence. */
record CalibrationKind() implements JudgedConfidenceKind {
  static final String ID = "calibration-10";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public MetricState empty() {
    return new CalibrationState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return CalibrationState.read(in);
  }

  @Override
  public void add(MetricState state, double confidence, boolean right, double weight) {
    ((CalibrationState) state).add(confidence, right, weight);
  }
}
