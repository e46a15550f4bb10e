package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/**
 * The matrix of a slice as a whole, which no metric needs: {@link ConfusionState} is enough for
 * them, and takes far less in each group.
 */
record ConfusionMatrixKind(int classes) implements StateKind {
  static final String ID = "confusion";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<String> columns() {
    return List.of(ClassificationTask.LABEL.name(), ClassificationTask.PREDICTION.name());
  }

  @Override
  public MetricState empty() {
    return new ConfusionMatrixState(classes, new Tally(classes * classes));
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    Versions.check(in, "confusion matrix", ConfusionMatrixState.VERSION);
    return new ConfusionMatrixState(classes, Tally.read(in, classes * classes));
  }

  /** Labels and predictions have been checked by {@link ConfusionKind}. */
  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    int[] predictions = outcomes.ints(ClassificationTask.PREDICTION.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return (state, row) ->
        ((ConfusionMatrixState) state).add(labels[row], predictions[row], weights[row]);
  }
}
