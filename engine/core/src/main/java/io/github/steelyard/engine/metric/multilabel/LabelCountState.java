package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For each label how many examples have it and were given it, have it alone, were given it alone;
 * and sums of what each example makes of its own labels. Labels that never occur take no memory.
 */
final class LabelCountState implements MetricState {
  private static final byte VERSION = 1;
  private static final int ONE_KEY = 0;

  private final int labels;
  private final Tally examples;
  private final Tally counts;
  private final ExactSum precisions;
  private final ExactSum recalls;
  private final ExactSum harmonicMeans;

  /** What was made of the counts; null after a change. */
  private @Nullable LabelCounts sums;

  LabelCountState(int labels) {
    this(labels, new Tally(), new Tally(), new ExactSum(), new ExactSum(), new ExactSum());
  }

  private LabelCountState(
      int labels,
      Tally examples,
      Tally counts,
      ExactSum precisions,
      ExactSum recalls,
      ExactSum harmonicMeans) {
    this.labels = labels;
    this.examples = examples;
    this.counts = counts;
    this.precisions = precisions;
    this.recalls = recalls;
    this.harmonicMeans = harmonicMeans;
  }

  /** Adds an example; both lists ascend. */
  void add(int[] truths, int[] predictions, double weight) {
    examples.add(ONE_KEY, weight);
    int hits = 0;
    int predicted = 0;
    for (int truth : truths) {
      while (predicted < predictions.length && predictions[predicted] < truth) {
        add(predictions[predicted++], LabelCounts.FALSE_ALARM, weight);
      }
      boolean hit = predicted < predictions.length && predictions[predicted] == truth;
      add(truth, hit ? LabelCounts.HIT : LabelCounts.MISS, weight);
      predicted += hit ? 1 : 0;
      hits += hit ? 1 : 0;
    }
    while (predicted < predictions.length) {
      add(predictions[predicted++], LabelCounts.FALSE_ALARM, weight);
    }
    if (hits > 0) {
      precisions.addProduct(weight, hits / (double) predictions.length);
      recalls.addProduct(weight, hits / (double) truths.length);
      harmonicMeans.addProduct(weight, 2 * hits / (double) (truths.length + predictions.length));
    }
    sums = null;
  }

  private void add(int label, int outcome, double weight) {
    counts.add(label * LabelCounts.OUTCOMES + outcome, weight);
  }

  LabelCounts counts() {
    LabelCounts known = sums;
    if (known == null) {
      known =
          new LabelCounts(
              labels,
              examples.totalCount(),
              examples.totalWeight(),
              examples.weighted(),
              counts,
              precisions.value(),
              recalls.value(),
              harmonicMeans.value());
      sums = known;
    }
    return known;
  }

  @Override
  public void merge(MetricState other) {
    LabelCountState theirs = (LabelCountState) other;
    examples.merge(theirs.examples);
    counts.merge(theirs.counts);
    precisions.merge(theirs.precisions);
    recalls.merge(theirs.recalls);
    harmonicMeans.merge(theirs.harmonicMeans);
    sums = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    examples.write(out);
    counts.write(out);
    precisions.write(out);
    recalls.write(out);
    harmonicMeans.write(out);
  }

  static LabelCountState read(int labels, DataInput in) throws IOException {
    Versions.check(in, "count of labels", VERSION);
    Tally examples = Tally.read(in);
    Tally counts = Tally.read(in);
    int highest = Arrays.stream(counts.keys()).max().orElse(0) / LabelCounts.OUTCOMES;
    if (!(highest < labels)) {
      throw new IOException(
          "Cannot read a count of the label %d: there are %d labels".formatted(highest, labels));
    }
    return new LabelCountState(
        labels, examples, counts, ExactSum.read(in), ExactSum.read(in), ExactSum.read(in));
  }
}
