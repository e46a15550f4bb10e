package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** How often each label was right and predicted, for all metrics that derive from it. */
record LabelCountKind(int labels) implements StateKind {
  /** Three counts of each label are numbered by an int. */
  private static final int MOST_LABELS = 500_000_000;

  LabelCountKind {
    if (!(labels >= 1 && labels <= MOST_LABELS)) {
      throw new BadInputException(
          "Cannot score %d labels: expected 1 to %d".formatted(labels, MOST_LABELS));
    }
  }

  @Override
  public String id() {
    return "label-counts";
  }

  @Override
  public List<String> columns() {
    return List.of(MultilabelTask.LABELS.name(), MultilabelTask.PREDICTIONS.name());
  }

  @Override
  public MetricState empty() {
    return new LabelCountState(labels);
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return LabelCountState.read(labels, in);
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[][] truths = examples.intLists(MultilabelTask.LABELS.name());
    int[][] predictions = outcomes.intLists(MultilabelTask.PREDICTIONS.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    long[] ordinals = examples.longs(ExampleColumns.ORDINAL.name());
    return (state, row) -> {
      check(truths[row], ordinals[row]);
      check(predictions[row], ordinals[row]);
      ((LabelCountState) state).add(truths[row], predictions[row], weights[row]);
    };
  }

  /** They are ascending: the task sees to that. */
  private void check(int[] indices, long example) {
    if (indices.length > 0 && !(indices[0] >= 0 && indices[indices.length - 1] < labels)) {
      throw new BadInputException(
          "Cannot score example %d with a label %d to %d: there are %d labels"
              .formatted(example, indices[0], indices[indices.length - 1], labels));
    }
  }
}
