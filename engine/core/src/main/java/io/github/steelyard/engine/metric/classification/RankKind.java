package io.github.steelyard.engine.metric.classification;

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

/** The rank of the true class among the scores. */
record RankKind(int classes) implements StateKind {
  /** Ranks from here on count as one. */
  static final int BEYOND = 5;

  @Override
  public String id() {
    return "label-rank";
  }

  @Override
  public List<String> columns() {
    return List.of(ClassificationTask.LABEL_RANK.name());
  }

  @Override
  public MetricState empty() {
    return new RankState(classes, new Tally(BEYOND + 1));
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    Versions.check(in, "label rank state", RankState.VERSION);
    return new RankState(classes, Tally.read(in, BEYOND + 1));
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[] ranks = outcomes.ints(ClassificationTask.LABEL_RANK.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return (state, row) ->
        ((RankState) state).ranks().add(Math.min(ranks[row], BEYOND), weights[row]);
  }
}
