package io.github.steelyard.engine.metric;

import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Merges all states but one, for each of them, by merges alone. Halving takes {@code n log n}
 * merges and holds {@code log n} states at a time; prefixes and suffixes would take {@code 3 n} but
 * hold {@code n} of them, too many where a state is a large confusion matrix.
 */
final class LeaveOneGroupOut {
  private final StateKind kind;
  private final List<MetricState> states;
  private final ObjIntConsumer<MetricState> visitor;

  private LeaveOneGroupOut(
      StateKind kind, List<MetricState> states, ObjIntConsumer<MetricState> visitor) {
    this.kind = kind;
    this.states = states;
    this.visitor = visitor;
  }

  /**
   * @param visitor is given, for each index, the merger of all other states
   */
  static void visit(StateKind kind, List<MetricState> states, ObjIntConsumer<MetricState> visitor) {
    if (!states.isEmpty()) {
      new LeaveOneGroupOut(kind, states, visitor).visit(0, states.size(), kind.empty());
    }
  }

  /** {@code outside} has all states but those from {@code from} to before {@code to}. */
  private void visit(int from, int to, MetricState outside) {
    if (to - from == 1) {
      visitor.accept(outside, from);
      return;
    }
    int middle = (from + to) >>> 1;
    visit(from, middle, with(outside, middle, to));
    visit(middle, to, with(outside, from, middle));
  }

  private MetricState with(MetricState outside, int from, int to) {
    MetricState merged = kind.empty();
    merged.merge(outside);
    states.subList(from, to).forEach(merged::merge);
    return merged;
  }
}
