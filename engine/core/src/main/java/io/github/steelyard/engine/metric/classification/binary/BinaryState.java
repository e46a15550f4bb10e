package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataOutput;
import java.io.IOException;

/** Counts of the four cells; keys as {@link Fourfold#cell} has them. */
final class BinaryState implements MetricState {
  static final byte VERSION = 1;

  private final Tally cells;
  private final double beta;

  BinaryState(Tally cells, double beta) {
    this.cells = cells;
    this.beta = beta;
  }

  void add(boolean positive, boolean takenForPositive, double weight) {
    cells.add(Fourfold.cell(positive, takenForPositive), weight);
  }

  Fourfold table() {
    return new Fourfold(cells, beta);
  }

  @Override
  public void merge(MetricState other) {
    cells.merge(((BinaryState) other).cells);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    cells.write(out);
  }
}
