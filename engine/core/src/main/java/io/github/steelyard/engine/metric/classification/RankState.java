package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many examples have their class at which rank; ranks beyond the last one of interest as one.
 */
final class RankState implements MetricState {
  static final byte VERSION = 1;

  private final int classes;
  private final Tally ranks;

  RankState(int classes, Tally ranks) {
    this.classes = classes;
    this.ranks = ranks;
  }

  int classes() {
    return classes;
  }

  Tally ranks() {
    return ranks;
  }

  @Override
  public void merge(MetricState other) {
    ranks.merge(((RankState) other).ranks);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    ranks.write(out);
  }
}
