package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataOutput;
import java.io.IOException;

/** The confusion matrix: how many examples of each class were taken for each class. */
final class ConfusionMatrixState implements MetricState {
  static final byte VERSION = 1;

  private final int classes;
  private final Tally cells;

  ConfusionMatrixState(int classes, Tally cells) {
    this.classes = classes;
    this.cells = cells;
  }

  void add(int label, int prediction, double weight) {
    cells.add(label * classes + prediction, weight);
  }

  @Override
  public void merge(MetricState other) {
    cells.merge(((ConfusionMatrixState) other).cells);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    cells.write(out);
  }

  int classes() {
    return classes;
  }

  long count(int label, int prediction) {
    return cells.count(label * classes + prediction);
  }

  /** Sum of the examples' weights; the count where all weights are 1. */
  double weight(int label, int prediction) {
    return cells.weight(label * classes + prediction);
  }

  /** The cells that are not empty, each as {@code label * classes + prediction}, ascending. */
  int[] cells() {
    return cells.keys();
  }
}
