package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** Ten equal bins of the confidence. */
record CalibrationKind() implements StateKind {
  static final String ID = "calibration-10";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<String> columns() {
    return List.of(
        ClassificationTask.LABEL.name(),
        ClassificationTask.PREDICTION.name(),
        ClassificationTask.CONFIDENCE.name());
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
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    int[] predictions = outcomes.ints(ClassificationTask.PREDICTION.name());
    double[] confidences = outcomes.doubles(ClassificationTask.CONFIDENCE.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return (state, row) ->
        ((CalibrationState) state)
            .add(confidences[row], labels[row] == predictions[row], weights[row]);
  }
}
