package io.github.steelyard.engine.metric.state;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntToDoubleFunction;

/** The weighted mean of a number of each example. */
public final class MeanState implements MetricState {
  private static final byte VERSION = 1;
  private static final int ONE_KEY = 0;

  private final ExactSum sum;
  private final Tally examples;

  MeanState() {
    this(new ExactSum(), new Tally(1));
  }

  private MeanState(ExactSum sum, Tally examples) {
    this.sum = sum;
    this.examples = examples;
  }

  public void add(double number, double weight) {
    examples.add(ONE_KEY, weight);
    if (weight == 1) {
      sum.add(number);
    } else {
      sum.addProduct(weight, number);
    }
  }

  /** Adds the numbers of some rows whose weights are 1. */
  void addAll(IntToDoubleFunction numbers, int[] rows, int from, int to) {
    for (int place = from; place < to; place++) {
      sum.add(numbers.applyAsDouble(rows[place]));
    }
    examples.addOnes(ONE_KEY, to - from);
  }

  @Override
  public void merge(MetricState other) {
    sum.merge(((MeanState) other).sum);
    examples.merge(((MeanState) other).examples);
  }

  public Value value() {
    return value(GroupedJackknife.OF_A_MEAN);
  }

  /**
   * The mean.
   *
   * @param method how its interval is made
   */
  public Value value(IntervalMethod method) {
    double weight = examples.totalWeight();
    return weight > 0
        ? Value.of("", sum.value() / weight, method)
        : Value.undefined("", Shares.reasonForNone(examples.totalCount()));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    sum.write(out);
    examples.write(out);
  }

  static MeanState read(DataInput in) throws IOException {
    Versions.check(in, "mean", VERSION);
    return new MeanState(ExactSum.read(in), Tally.read(in, 1));
  }
}
