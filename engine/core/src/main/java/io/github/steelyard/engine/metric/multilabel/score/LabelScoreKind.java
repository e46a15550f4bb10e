package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.ranking.ScoreHistograms;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** One histogram of scores for each label, up to 32 of them. */
record LabelScoreKind(int labels) implements StateKind {
  static final int MOST_LABELS = 32;
  static final List<String> COLUMNS =
      List.of(MultilabelTask.LABELS.name(), MultilabelTask.SCORES.name());

  private int counted() {
    return labels <= MOST_LABELS ? labels : 0;
  }

  @Override
  public String id() {
    return "label-score-bins";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public MetricState empty() {
    return new ScoreHistograms(counted());
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return ScoreHistograms.read(counted(), in);
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[][] truths = examples.intLists(MultilabelTask.LABELS.name());
    float[][] scores = outcomes.floatLists(MultilabelTask.SCORES.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    int counted = counted();
    return (state, row) -> {
      int[] ofRow = truths[row];
      int next = 0;
      for (int label = 0; label < counted; label++) {
        boolean positive = next < ofRow.length && ofRow[next] == label;
        next += positive ? 1 : 0;
        ((ScoreHistograms) state).add(label, scores[row][label], positive, weights[row]);
      }
    };
  }
}
