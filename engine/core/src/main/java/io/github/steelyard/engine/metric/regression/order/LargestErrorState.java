package io.github.steelyard.engine.metric.regression.order;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.metric.state.Versions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The largest absolute error of the examples that count. */
final class LargestErrorState implements MetricState {
  private static final byte VERSION = 1;

  private long examples;

  /** Below 0 where no example counts. */
  private double largest = -1;

  /** An example of weight 0 is there, but does not count. */
  void add(double error, double weight) {
    examples++;
    largest = weight > 0 ? Math.max(largest, error) : largest;
  }

  Value value() {
    return largest >= 0
        ? Value.of("", largest, new NoInterval("a maximum is biased"))
        : Value.undefined("", Shares.reasonForNone(examples));
  }

  @Override
  public void merge(MetricState other) {
    examples += ((LargestErrorState) other).examples;
    largest = Math.max(largest, ((LargestErrorState) other).largest);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(examples);
    out.writeDouble(largest);
  }

  static LargestErrorState read(DataInput in) throws IOException {
    Versions.check(in, "largest error", VERSION);
    LargestErrorState state = new LargestErrorState();
    state.examples = in.readLong();
    state.largest = in.readDouble();
    if (!(state.examples >= 0 && Double.isFinite(state.largest))) {
      throw new IOException("Cannot read a largest error of " + state.largest);
    }
    return state;
  }
}
