package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;

/** A kind of state that is made of confidences, whether each was right, and weights. */
interface JudgedConfidenceKind extends StateKind {
  /** Adds one example. */
  void add(MetricState state, double confidence, boolean right, double weight);

  @Override
  default List<String> columns() {
    return List.of(
        ClassificationTask.LABEL.name(),
        ClassificationTask.PREDICTION.name(),
        ClassificationTask.CONFIDENCE.name());
  }

  @Override
  default RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    int[] predictions = outcomes.ints(ClassificationTask.PREDICTION.name());
    double[] confidences = outcomes.doubles(ClassificationTask.CONFIDENCE.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return (state, row) ->
        add(state, confidences[row], labels[row] == predictions[row], weights[row]);
  }
}
