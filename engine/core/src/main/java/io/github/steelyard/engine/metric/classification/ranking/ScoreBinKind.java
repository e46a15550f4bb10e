package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.ranking.ScoreBins;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One histogram of scores for each class, for all metrics of rankings. Of two classes one is
 * counted, as the other mirrors it; of more than 32 only the positive one, if there is any. The
 * bins are the coarser the more classes there are, so that a state never has more than 16,384 keys.
 */
record ScoreBinKind(int classes, @Nullable BinarySettings binary) implements StateKind {
  static ScoreBinKind of(MetricSettings settings) {
    return new ScoreBinKind(settings.classes(), settings.binary());
  }

  /** True where the metric is that of the positive class alone. */
  boolean onlyPositive() {
    return binary != null && (classes == 2 || classes > ClassificationTask.SCORES_KEPT);
  }

  /** How many classes have a histogram. */
  int counted() {
    if (onlyPositive()) {
      return 1;
    }
    return classes <= ClassificationTask.SCORES_KEPT ? classes : 0;
  }

  /** Which histogram a class has. */
  int place(int index) {
    return onlyPositive() ? 0 : index;
  }

  ScoreBins bins() {
    return ScoreBins.of(counted());
  }

  /** The class of the first histogram; the others follow. */
  int firstClass() {
    return binary != null && onlyPositive() ? binary.positive() : 0;
  }

  /** Two for each bin of a histogram: its examples of the class, and those of others. */
  int keysOfEach() {
    return 2 * bins().count();
  }

  private int keys() {
    return keysOfEach() * Math.max(1, counted());
  }

  @Override
  public String id() {
    return "score-bins";
  }

  @Override
  public List<String> columns() {
    return List.of(ClassificationTask.LABEL.name(), ClassificationTask.SCORES.name());
  }

  @Override
  public MetricState empty() {
    return new ScoreBinState(this, new Tally(keys()));
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    Versions.check(in, "score histogram", ScoreBinState.VERSION);
    return new ScoreBinState(this, Tally.read(in, keys()));
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    return new ScoreBinAccumulator(
        this,
        outcomes.floatLists(ClassificationTask.SCORES.name()),
        examples.ints(ClassificationTask.LABEL.name()),
        examples.doubles(ExampleColumns.WEIGHT.name()));
  }
}
