package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** By how much predictions exceed their targets, and by how much they fall short of them. */
final class ErrorSideState implements MetricState {
  private static final byte VERSION = 1;
  private static final int ONE_KEY = 0;

  private final ExactSum above;
  private final ExactSum below;
  private final Tally examples;

  ErrorSideState() {
    this(new ExactSum(), new ExactSum(), new Tally());
  }

  private ErrorSideState(ExactSum above, ExactSum below, Tally examples) {
    this.above = above;
    this.below = below;
    this.examples = examples;
  }

  void add(double error, double weight) {
    examples.add(ONE_KEY, weight);
    (error > 0 ? above : below).addProduct(weight, Math.abs(error));
  }

  /**
   * The weighted mean over the examples of {@code ofAbove * error} where the error is positive and
   * of {@code ofBelow * -error} where it is not.
   */
  Value mean(String aspect, double ofAbove, double ofBelow, IntervalMethod method) {
    double weight = examples.totalWeight();
    return weight > 0
        ? Value.of(aspect, (ofAbove * above.value() + ofBelow * below.value()) / weight, method)
        : Value.undefined(aspect, Shares.reasonForNone(examples.totalCount()));
  }

  @Override
  public void merge(MetricState other) {
    above.merge(((ErrorSideState) other).above);
    below.merge(((ErrorSideState) other).below);
    examples.merge(((ErrorSideState) other).examples);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    above.write(out);
    below.write(out);
    examples.write(out);
  }

  static ErrorSideState read(DataInput in) throws IOException {
    Versions.check(in, "sum of errors", VERSION);
    return new ErrorSideState(ExactSum.read(in), ExactSum.read(in), Tally.read(in));
  }
}
