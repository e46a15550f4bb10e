package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.ranking.ScoreBins;
import java.util.Arrays;

/** Adds the scores of rows to histograms. */
final class ScoreBinAccumulator implements RowAccumulator {
  private final ScoreBins bins;
  private final int each;
  private final int first;
  private final int counted;
  private final float[][] scores;
  private final int[] labels;
  private final double[] weights;

  /**
   * @param scores of all classes of each row; null where they were not kept
   */
  ScoreBinAccumulator(ScoreBinKind kind, float[][] scores, int[] labels, double[] weights) {
    this.bins = kind.bins();
    this.each = bins.count();
    this.first = kind.firstClass();
    this.counted = kind.counted();
    this.scores = scores;
    this.labels = labels;
    this.weights = weights;
  }

  @Override
  public void add(MetricState state, int row) {
    addAll(state, new int[] {row}, 0, 1);
  }

  /** Class after class: a histogram fits the first level of the cache, all of them do not. */
  @Override
  public void addAll(MetricState state, int[] rows, int from, int to) {
    int[] kept = kept(rows, from, to);
    double[] weightOfKept = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      weightOfKept[i] = weights[kept[i]];
    }
    int[] keys = new int[kept.length];
    for (int place = 0; place < counted; place++) {
      int base = place * each;
      int index = first + place;
      for (int i = 0; i < keys.length; i++) {
        int row = kept[i];
        keys[i] = 2 * (base + bins.bin(scores[row][index])) + (index == labels[row] ? 1 : 0);
      }
      ((ScoreBinState) state).addAll(keys, weightOfKept);
    }
  }

  /** The rows whose scores were kept. */
  private int[] kept(int[] rows, int from, int to) {
    int[] kept = new int[to - from];
    int size = 0;
    for (int i = from; i < to; i++) {
      kept[size] = rows[i];
      size += scores[rows[i]] != null ? 1 : 0;
    }
    return Arrays.copyOf(kept, size);
  }
}
