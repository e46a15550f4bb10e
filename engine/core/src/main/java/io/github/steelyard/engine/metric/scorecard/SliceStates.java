package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one slice's examples left: a state for each kind in each group that has examples. */
final class SliceStates {
  private final List<StateKind> kinds;
  private final MetricState[] whole;
  private final MetricState[] @Nullable [] groups = new MetricState[ExampleColumns.GROUPS][];
  private long examples;
  private long notScored;

  /**
   * @param kinds kept for each group
   * @param details kept once
   */
  SliceStates(List<StateKind> kinds, List<StateKind> details) {
    this.kinds = kinds;
    this.whole = empty(details);
  }

  private static MetricState[] empty(List<StateKind> kinds) {
    return kinds.stream().map(StateKind::empty).toArray(MetricState[]::new);
  }

  long examples() {
    return examples;
  }

  long notScored() {
    return notScored;
  }

  long scored() {
    return examples - notScored;
  }

  void addNotScored(long rows) {
    examples += rows;
    notScored += rows;
  }

  /** Adds some rows, those of one group after those of the other. */
  void add(BlockAccumulators accumulators, GroupedRows rows, int from, int to) {
    examples += to - from;
    for (int start = from; start < to; ) {
      int end = rows.endOfGroup(start, to);
      accumulators.addGroup(states(rows.group(start)), rows, start, end);
      start = end;
    }
    accumulators.addWhole(whole, rows, from, to);
  }

  private MetricState[] states(int group) {
    MetricState[] states = groups[group];
    if (states == null) {
      states = empty(kinds);
      groups[group] = states;
    }
    return states;
  }

  void merge(SliceStates other) {
    examples += other.examples;
    notScored += other.notScored;
    for (int detail = 0; detail < whole.length; detail++) {
      whole[detail].merge(other.whole[detail]);
    }
    for (int group = 0; group < groups.length; group++) {
      MetricState[] theirs = other.groups[group];
      if (theirs != null) {
        MetricState[] ours = states(group);
        for (int kind = 0; kind < ours.length; kind++) {
          ours[kind].merge(theirs[kind]);
        }
      }
    }
  }

  /** One detail's state of the slice. */
  MetricState detail(int detail) {
    return whole[detail];
  }

  /** The states of one kind, of the groups that have scored examples. */
  List<MetricState> groups(int kind) {
    List<MetricState> states = new ArrayList<>();
    for (MetricState[] group : groups) {
      if (group != null) {
        states.add(group[kind]);
      }
    }
    return states;
  }

  /** The groups that have scored examples, ascending. */
  List<Integer> groupNumbers() {
    return IntStream.range(0, groups.length)
        .filter(group -> groups[group] != null)
        .boxed()
        .toList();
  }

  /** One kind's states of all groups together. */
  MetricState total(int kind) {
    MetricState total = kinds.get(kind).empty();
    groups(kind).forEach(total::merge);
    return total;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(examples);
    out.writeLong(notScored);
    for (MetricState state : whole) {
      state.write(out);
    }
    out.writeByte(groups(0).size());
    for (int group = 0; group < groups.length; group++) {
      MetricState[] states = groups[group];
      if (states != null) {
        out.writeByte(group);
        for (MetricState state : states) {
          state.write(out);
        }
      }
    }
  }

  static SliceStates read(List<StateKind> kinds, List<StateKind> details, DataInput in)
      throws IOException {
    SliceStates slice = new SliceStates(kinds, details);
    slice.examples = in.readLong();
    slice.notScored = in.readLong();
    for (int detail = 0; detail < slice.whole.length; detail++) {
      slice.whole[detail] = details.get(detail).read(in);
    }
    int size = in.readUnsignedByte();
    for (int i = 0; i < size; i++) {
      int group = in.readUnsignedByte();
      if (!(group < ExampleColumns.GROUPS)) {
        throw new IOException("Cannot read a scorecard with a group " + group);
      }
      MetricState[] states = new MetricState[kinds.size()];
      for (int kind = 0; kind < states.length; kind++) {
        states[kind] = kinds.get(kind).read(in);
      }
      slice.groups[group] = states;
    }
    return slice;
  }
}
