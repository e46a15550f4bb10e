package io.github.steelyard.engine.metric;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What a metric remembers of the examples it saw; bounded, whatever their number. Equal sets of
 * examples give states that write equal bytes, in whatever order and parts they were added and
 * merged: counts are {@code long}, sums exact.
 */
public interface MetricState {
  /**
   * Adds what another state of the same kind saw; the other one stays as it is.
   *
   * @throws ClassCastException for a state of another kind
   */
  void merge(MetricState other);

  /** Writes a version byte, then the state. {@link StateKind#read} reads it back. */
  void write(DataOutput out) throws IOException;
}
