package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Merges all states but one, for each of them, by merges alone. Halving takes {@code n log n}
 * merges and holds {@code log n} states at a time; prefixes and suffixes would take {@code 3 n} but
 * hold {@code n} of them, too many where a state is a large confusion matrix.
 *
 * @param <S> the states
 */
final class LeaveOneGroupOut<S> {
  private final Supplier<S> empty;
  private final BiConsumer<S, S> merge;
  private final List<S> states;
  private final ObjIntConsumer<S> visitor;

  private LeaveOneGroupOut(
      Supplier<S> empty, BiConsumer<S, S> merge, List<S> states, ObjIntConsumer<S> visitor) {
    this.empty = empty;
    this.merge = merge;
    this.states = states;
    this.visitor = visitor;
  }

  /**
   * @param visitor is given, for each index, the merger of all other states
   */
  static void visit(StateKind kind, List<MetricState> states, ObjIntConsumer<MetricState> visitor) {
    visit(kind::empty, MetricState::merge, states, visitor);
  }

  /**
   * @param merge adds its second argument to its first one
   */
  static <S> void visit(
      Supplier<S> empty, BiConsumer<S, S> merge, List<S> states, ObjIntConsumer<S> visitor) {
    if (!states.isEmpty()) {
      new LeaveOneGroupOut<>(empty, merge, states, visitor).visit(0, states.size(), empty.get());
    }
  }

  /** {@code outside} has all states but those from {@code from} to before {@code to}. */
  private void visit(int from, int to, S outside) {
    if (to - from == 1) {
      visitor.accept(outside, from);
      return;
    }
    int middle = (from + to) >>> 1;
    visit(from, middle, with(outside, middle, to));
    visit(middle, to, with(outside, from, middle));
  }

  private S with(S outside, int from, int to) {
    S merged = empty.get();
    merge.accept(merged, outside);
    states.subList(from, to).forEach(state -> merge.accept(merged, state));
    return merged;
  }
}
