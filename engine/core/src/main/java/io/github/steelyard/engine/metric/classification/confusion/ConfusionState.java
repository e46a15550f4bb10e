package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What metrics need of a confusion matrix: how many examples are of each class, were taken for it,
 * and both. The matrix itself is kept of a slice as a whole ({@link ConfusionMatrixState}): with a
 * thousand classes one for each group would take gigabytes.
 */
final class ConfusionState implements MetricState {
  private static final byte VERSION = 1;

  private final int classes;
  private final Tally labels;
  private final Tally predictions;
  private final Tally correct;
  private @Nullable Margins margins;

  ConfusionState(int classes) {
    this(classes, new Tally(classes), new Tally(classes), new Tally(classes));
  }

  private ConfusionState(int classes, Tally labels, Tally predictions, Tally correct) {
    this.classes = classes;
    this.labels = labels;
    this.predictions = predictions;
    this.correct = correct;
  }

  void add(int label, int prediction, double weight) {
    labels.add(label, weight);
    predictions.add(prediction, weight);
    if (label == prediction) {
      correct.add(label, weight);
    }
    margins = null;
  }

  @Override
  public void merge(MetricState other) {
    ConfusionState theirs = (ConfusionState) other;
    labels.merge(theirs.labels);
    predictions.merge(theirs.predictions);
    correct.merge(theirs.correct);
    margins = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    labels.write(out);
    predictions.write(out);
    correct.write(out);
  }

  static ConfusionState read(int classes, DataInput in) throws IOException {
    Versions.check(in, "confusion margins", VERSION);
    return new ConfusionState(
        classes, Tally.read(in, classes), Tally.read(in, classes), Tally.read(in, classes));
  }

  Margins margins() {
    Margins known = margins;
    if (known == null) {
      known =
          new Margins(
              labels.weighted(),
              labels.totalCount(),
              correct.totalCount(),
              sums(labels),
              sums(predictions),
              sums(correct));
      margins = known;
    }
    return known;
  }

  private Sums sums(Tally tally) {
    long[] counts = new long[classes];
    double[] weights = new double[classes];
    tally.forEach(
        (index, count, weight) -> {
          counts[index] = count;
          weights[index] = weight;
        });
    return new Sums(counts, weights, tally.totalWeight());
  }

  /** Examples by class: their numbers, the sums of their weights, and the sum of all of those. */
  static final class Sums {
    private final long[] counts;
    private final double[] weights;
    private final double total;

    Sums(long[] counts, double[] weights, double total) {
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
