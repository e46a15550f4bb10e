package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Examples that were given exactly their labels, and the others. */
final class SubsetState implements MetricState {
  private static final byte VERSION = 1;
  private static final int OTHERS = 0;
  private static final int EXACT = 1;

  private final Tally examples;

  SubsetState() {
    this(new Tally());
  }

  private SubsetState(Tally examples) {
    this.examples = examples;
  }

  void add(boolean exact, double weight) {
    examples.add(exact ? EXACT : OTHERS, weight);
  }

  Value share() {
    return Shares.share(
        "",
        examples.weighted(),
        examples.count(EXACT),
        examples.totalCount(),
        examples.weight(EXACT),
        examples.totalWeight(),
        Shares.reasonForNone(examples.totalCount()));
  }

  @Override
  public void merge(MetricState other) {
    examples.merge(((SubsetState) other).examples);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    examples.write(out);
  }

  static SubsetState read(DataInput in) throws IOException {
    Versions.check(in, "count of exact examples", VERSION);
    return new SubsetState(Tally.read(in));
  }
}
