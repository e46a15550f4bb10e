package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.ClassificationTask;
import io.github.steelyard.engine.task.ExampleColumns;
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
  private static final int MOST_BINS = 8_192;

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
    int bits = 7;
    while (new ScoreBins(bits).count() * Math.max(1, counted()) > MOST_BINS) {
      bits--;
    }
    return new ScoreBins(bits);
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
    return new ScoreBinState(this, new Tally());
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    Versions.check(in, "score histogram", ScoreBinState.VERSION);
    Tally tally = Tally.read(in);
    int[] keys = tally.keys();
    if (keys.length > 0 && !(keys[keys.length - 1] < 2 * bins().count() * counted())) {
      throw new IOException(
          "Cannot read a score histogram with a bin " + keys[keys.length - 1] / 2);
    }
    return new ScoreBinState(this, tally);
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    float[][] scores = outcomes.floatLists(ClassificationTask.SCORES.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    ScoreBins bins = bins();
    int each = bins.count();
    int first = binary != null && onlyPositive() ? binary.positive() : 0;
    int counted = counted();
    return (state, row) -> {
      float[] ofRow = scores[row];
      if (ofRow == null) {
        return; // Its scores were not kept.
      }
      ScoreBinState histograms = (ScoreBinState) state;
      int label = labels[row] - first;
      double weight = weights[row];
      for (int place = 0; place < counted; place++) {
        int bin = place * each + bins.bin(ofRow[first + place]);
        histograms.add(2 * bin + (place == label ? 1 : 0), weight);
      }
    };
  }
}
