package io.github.steelyard.engine.metric.multilabel.score;

/** Where a score stands among others; equal ones stand together, at the worst place of theirs. */
final class LabelOrder {
  private LabelOrder() {}

  /** How many of all scores are at least this one. */
  static int rank(float[] scores, float score) {
    int rank = 0;
    for (float other : scores) {
      rank += other >= score ? 1 : 0;
    }
    return rank;
  }

  /** How many of the labels' scores are at least this one. */
  static int rankAmong(int[] labels, float[] scores, float score) {
    int rank = 0;
    for (int label : labels) {
      rank += scores[label] >= score ? 1 : 0;
    }
    return rank;
  }
}
