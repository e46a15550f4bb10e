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

  /**
   * Adds several rows to one state; worth its own loop where a row costs little, or where another
   * order than row by row keeps more of the state in the processor's cache.
   *
   * @param rows those from {@code from} to before {@code to} are added
   */
  default void addAll(MetricState state, int[] rows, int from, int to) {
    for (int place = from; place < to; place++) {
      add(state, rows[place]);
    }
  }
}
