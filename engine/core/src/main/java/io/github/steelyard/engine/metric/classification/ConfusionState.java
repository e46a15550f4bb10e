package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The confusion matrix, sparse: how many examples of each class were taken for each class. */
public final class ConfusionState implements MetricState {
  static final byte VERSION = 1;

  private final int classes;
  private final Tally cells;
  private @Nullable Margins margins;

  ConfusionState(int classes, Tally cells) {
    this.classes = classes;
    this.cells = cells;
  }

  void add(int label, int prediction, double weight) {
    cells.add(label * classes + prediction, weight);
    margins = null;
  }

  @Override
  public void merge(MetricState other) {
    cells.merge(((ConfusionState) other).cells);
    margins = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    cells.write(out);
  }

  public int classes() {
    return classes;
  }

  public long count(int label, int prediction) {
    return cells.count(label * classes + prediction);
  }

  /** Sum of the examples' weights; the count where all weights are 1. */
  public double weight(int label, int prediction) {
    return cells.weight(label * classes + prediction);
  }

  /** The cells that are not empty, each as {@code label * classes + prediction}, ascending. */
  int[] cells() {
    return cells.keys();
  }

  Margins margins() {
    Margins known = margins;
    if (known == null) {
      known = sum();
      margins = known;
    }
    return known;
  }

  private Margins sum() {
    int[] keys = cells.keys();
    long correct = Arrays.stream(keys).filter(this::diagonal).mapToLong(cells::count).sum();
    return new Margins(
        cells.weighted(),
        cells.totalCount(),
        correct,
        sums(keys, key -> key / classes),
        sums(keys, key -> key % classes),
        sums(Arrays.stream(keys).filter(this::diagonal).toArray(), key -> key % classes));
  }

  private boolean diagonal(int key) {
    return key / classes == key % classes;
  }

  private Sums sums(int[] keys, IntUnaryOperator classOf) {
    long[] counts = new long[classes];
    for (int key : keys) {
      counts[classOf.applyAsInt(key)] += cells.count(key);
    }
    if (!cells.weighted()) {
      double[] weights = Arrays.stream(counts).asDoubleStream().toArray();
      return new Sums(counts, weights, cellsTotal(counts));
    }
    ExactSum total = new ExactSum();
    ExactSum[] sums = new ExactSum[classes];
    Arrays.setAll(sums, index -> new ExactSum());
    for (int key : keys) {
      cells.addWeightTo(sums[classOf.applyAsInt(key)], key);
      cells.addWeightTo(total, key);
    }
    double[] weights = Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
    return new Sums(counts, weights, total.value());
  }

  private static double cellsTotal(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  /** Examples by class: their numbers, the sums of their weights, and the sum of all of those. */
  static final class Sums {
    private final long[] counts;
    private final double[] weights;
    private final double total;

    private Sums(long[] counts, double[] weights, double total) {
      this.counts = counts;
      this.weights = weights;
      this.total = total;
    }

    long count(int index) {
      return counts[index];
    }

    double weight(int index) {
      return weights[index];
    }

    double total() {
      return total;
    }
  }

  /**
   * What the metrics need of the matrix. All weights are sums rounded once.
   *
   * @param weighted true where a weight is not 1
   * @param examples number of examples
   * @param hits number of examples that were taken for their class
   * @param labels by the class that they are of
   * @param predictions by the class that they were taken for
   * @param correct by class, those that were taken for their class
   */
  record Margins(
      boolean weighted, long examples, long hits, Sums labels, Sums predictions, Sums correct) {
    double total() {
      return labels.total();
    }

    int classes() {
      return labels.counts.length;
    }
  }
}
