package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** The margins of one confusion matrix for all metrics that derive from it. */
record ConfusionKind(int classes) implements StateKind {
  private static final String ID = "confusion-margins";

  /** The cells of the matrix are numbered by an int. */
  private static final int MOST_CLASSES = 46_340;

  ConfusionKind {
    if (!(classes >= 1 && classes <= MOST_CLASSES)) {
      throw new BadInputException(
          "Cannot score %d classes: expected 1 to %d".formatted(classes, MOST_CLASSES));
    }
  }

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
    return new ConfusionState(classes);
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return ConfusionState.read(classes, in);
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    int[] predictions = outcomes.ints(ClassificationTask.PREDICTION.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    long[] ordinals = examples.longs(ExampleColumns.ORDINAL.name());
    return (state, row) -> {
      int label = labels[row];
      int prediction = predictions[row];
      if (!(label >= 0 && label < classes && prediction >= 0 && prediction < classes)) {
        throw new BadInputException(
            "Cannot score example %d of class %d, taken for class %d: there are %d classes"
                .formatted(ordinals[row], label, prediction, classes));
      }
      ((ConfusionState) state).add(label, prediction, weights[row]);
    };
  }
}
