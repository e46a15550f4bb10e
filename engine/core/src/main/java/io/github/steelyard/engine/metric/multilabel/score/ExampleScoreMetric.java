package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetric;
import io.github.steelyard.engine.metric.state.MeanKind;
import io.github.steelyard.engine.metric.state.MeanState;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The mean over the examples of a number that follows from one's labels and scores. */
interface ExampleScoreMetric extends MultilabelMetric {
  /**
   * The number of one example.
   *
   * @param truths its labels, ascending
   * @param scores of all labels
   */
  double of(int[] truths, float[] scores);

  @Override
  default StateKind kind(MetricSettings settings) {
    return new MeanKind(id(), LabelScoreKind.COLUMNS, this::numbers);
  }

  private IntToDoubleFunction numbers(RowBlock examples, RowBlock outcomes) {
    int[][] truths = examples.intLists(MultilabelTask.LABELS.name());
    float[][] scores = outcomes.floatLists(MultilabelTask.SCORES.name());
    return row -> of(truths[row], scores[row]);
  }

  @Override
  default List<Value> values(MetricState state) {
    return List.of(((MeanState) state).value());
  }
}
