package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.ranking.ScoreBins;
import io.github.steelyard.engine.metric.state.Weights;

/**
 * Adds the scores of rows to histograms. Which bins they fall into is worked out once for a block,
 * row after row as they lie in memory, whatever the slices and groups that the rows are of.
 */
final class ScoreBinAccumulator implements RowAccumulator {
  private final int histograms;
  private final float[][] scores;
  private final double[] weights;

  /** For each row and histogram twice the bin, and 1 more where the example is of the class. */
  private final char[] keys;

  private final boolean allOnes;

  /**
   * @param scores of all classes of each row; null where they were not kept
   */
  ScoreBinAccumulator(ScoreBinKind kind, float[][] scores, int[] labels, double[] weights) {
    this.histograms = kind.counted();
    this.scores = scores;
    this.weights = weights;
    this.keys = keys(kind, scores, labels);
    this.allOnes = Weights.allOnes(weights);
  }

  private static char[] keys(ScoreBinKind kind, float[][] scores, int[] labels) {
    ScoreBins bins = kind.bins();
    int histograms = kind.counted();
    int firstClass = kind.firstClass();
    char[] keys = new char[Math.multiplyExact(histograms, scores.length)];
    for (int row = 0; row < scores.length; row++) {
      float[] kept = scores[row];
      if (kept != null) {
        int first = row * histograms;
        for (int place = 0; place < histograms; place++) {
          keys[first + place] = (char) (2 * bins.bin(kept[firstClass + place]));
        }
        int own = labels[row] - firstClass;
        if (own >= 0 && own < histograms) {
          keys[first + own]++;
        }
      }
    }
    return keys;
  }

  @Override
  public void add(MetricState state, int row) {
    if (scores[row] != null) {
      ((ScoreBinState) state).add(keys, row * histograms, weights[row]);
    }
  }

  @Override
  public void addAll(MetricState state, int[] rows, int from, int to) {
    ScoreBinState into = (ScoreBinState) state;
    for (int i = from; i < to; i++) {
      int row = rows[i];
      if (scores[row] == null) {
        continue;
      }
      if (allOnes) {
        into.addOne(keys, row * histograms);
      } else {
        into.add(keys, row * histograms, weights[row]);
      }
    }
  }
}
