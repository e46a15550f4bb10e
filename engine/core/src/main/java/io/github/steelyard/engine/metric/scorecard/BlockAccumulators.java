package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import java.util.List;
import java.util.SortedSet;

/** How the rows of one pair of blocks are added to a slice's states. */
final class BlockAccumulators {
  private static final RowAccumulator NOTHING = (state, row) -> {};

  private final RowAccumulator[] ofGroups;
  private final RowAccumulator[] ofWholes;

  /**
   * @param missing for each kind of state, the columns that were not there; those of this pair join
   */
  BlockAccumulators(
      List<StateKind> kinds,
      List<StateKind> details,
      List<SortedSet<String>> missing,
      RowBlock examples,
      RowBlock outcomes) {
    for (int kind = 0; kind < kinds.size(); kind++) {
      missing.get(kind).addAll(absent(kinds.get(kind), examples, outcomes));
    }
    this.ofGroups = accumulators(kinds, examples, outcomes);
    this.ofWholes = accumulators(details, examples, outcomes);
  }

  private static List<String> absent(StateKind kind, RowBlock examples, RowBlock outcomes) {
    return kind.columns().stream()
        .filter(column -> !examples.has(column) && !outcomes.has(column))
        .toList();
  }

  private static RowAccumulator[] accumulators(
      List<StateKind> kinds, RowBlock examples, RowBlock outcomes) {
    return kinds.stream()
        .map(
            kind ->
                absent(kind, examples, outcomes).isEmpty()
                    ? kind.accumulator(examples, outcomes)
                    : NOTHING)
        .toArray(RowAccumulator[]::new);
  }

  /** Adds rows of one group, kind after kind: so a kind's state and code stay in the cache. */
  void addGroup(MetricState[] states, GroupedRows rows, int from, int to) {
    add(ofGroups, states, rows, from, to);
  }

  void addWhole(MetricState[] states, GroupedRows rows, int from, int to) {
    add(ofWholes, states, rows, from, to);
  }

  private static void add(
      RowAccumulator[] accumulators, MetricState[] states, GroupedRows rows, int from, int to) {
    for (int kind = 0; kind < accumulators.length; kind++) {
      accumulators[kind].addAll(states[kind], rows.rows(), from, to);
    }
  }
}
