package io.github.steelyard.engine.metric;

/** Adds rows of one pair of blocks, whose arrays it has at hand, to states. */
@FunctionalInterface
public interface RowAccumulator {
  /**
   * Adds one row to a state.
   *
   * @param state of the kind that made this accumulator
   * @param row of both blocks, one that the model could score
   */
  void add(MetricState state, int row);
}
