package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How many examples were given exactly their labels. */
record SubsetKind() implements StateKind {
  @Override
  public String id() {
    return "subsets";
  }

  @Override
  public List<String> columns() {
    return List.of(MultilabelTask.LABELS.name(), MultilabelTask.PREDICTIONS.name());
  }

  @Override
  public MetricState empty() {
    return new SubsetState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return SubsetState.read(in);
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[][] truths = examples.intLists(MultilabelTask.LABELS.name());
    int[][] predictions = outcomes.intLists(MultilabelTask.PREDICTIONS.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return (state, row) ->
        ((SubsetState) state).add(Arrays.equals(truths[row], predictions[row]), weights[row]);
  }
}
