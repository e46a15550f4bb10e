package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.statistics.Tally;

/** What the metrics need of the counts, by label and of all labels. */
final class LabelCounts {
  static final int HIT = 0;
  static final int MISS = 1;
  static final int FALSE_ALARM = 2;
  static final int OUTCOMES = 3;

  private final int labels;
  private final long examples;
  private final double weight;
  private final boolean weighted;
  private final double precisions;
  private final double recalls;
  private final double harmonicMeans;
  private final Tally counts;
  private final Label all;

  LabelCounts(
      int labels,
      long examples,
      double weight,
      boolean weighted,
      Tally counts,
      double precisions,
      double recalls,
      double harmonicMeans) {
    this.labels = labels;
    this.examples = examples;
    this.weight = weight;
    this.weighted = weighted;
    this.counts = counts;
    this.precisions = precisions;
    this.recalls = recalls;
    this.harmonicMeans = harmonicMeans;
    this.all = sum(counts);
  }

  private static Label sum(Tally counts) {
    long[] examples = new long[OUTCOMES];
    double[] weights = new double[OUTCOMES];
    for (int key : counts.keys()) {
      examples[key % OUTCOMES] += counts.count(key);
      weights[key % OUTCOMES] += counts.weight(key);
    }
    return new Label(
        examples[HIT],
        examples[MISS],
        examples[FALSE_ALARM],
        weights[HIT],
        weights[MISS],
        weights[FALSE_ALARM]);
  }

  int labels() {
    return labels;
  }

  long examples() {
    return examples;
  }

  double weight() {
    return weight;
  }

  /** True where a weight is not 1. */
  boolean weighted() {
    return weighted;
  }

  /** Sums over the examples of each one's own precision, weighted; 0 of one without a hit. */
  double precisions() {
    return precisions;
  }

  double recalls() {
    return recalls;
  }

  double harmonicMeans() {
    return harmonicMeans;
  }

  Label label(int index) {
    int key = index * OUTCOMES;
    return new Label(
        counts.count(key + HIT),
        counts.count(key + MISS),
        counts.count(key + FALSE_ALARM),
        counts.weight(key + HIT),
        counts.weight(key + MISS),
        counts.weight(key + FALSE_ALARM));
  }

  /** Of all pairs of an example and a label. */
  Label all() {
    return all;
  }

  /**
   * Numbers of examples and sums of their weights.
   *
   * @param hits have the label and were given it
   * @param misses have it, and were not given it
   * @param falseAlarms were given it, and have it not
   */
  record Label(
      long hits,
      long misses,
      long falseAlarms,
      double hitWeight,
      double missWeight,
      double falseAlarmWeight) {
    double trueWeight() {
      return hitWeight + missWeight;
    }

    double predictedWeight() {
      return hitWeight + falseAlarmWeight;
    }
  }
}
