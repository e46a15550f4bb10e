package io.github.steelyard.engine.metric;

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
  private final MetricState[] @Nullable [] groups = new MetricState[ExampleColumns.GROUPS][];
  private long examples;
  private long notScored;

  SliceStates(List<StateKind> kinds) {
    this.kinds = kinds;
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

  void addNotScored() {
    examples++;
    notScored++;
  }

  void add(RowAccumulator[] accumulators, int group, int row) {
    examples++;
    MetricState[] states = states(group);
    for (int kind = 0; kind < accumulators.length; kind++) {
      accumulators[kind].add(states[kind], row);
    }
  }

  private MetricState[] states(int group) {
    MetricState[] states = groups[group];
    if (states == null) {
      states = kinds.stream().map(StateKind::empty).toArray(MetricState[]::new);
      groups[group] = states;
    }
    return states;
  }

  void merge(SliceStates other) {
    examples += other.examples;
    notScored += other.notScored;
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

  static SliceStates read(List<StateKind> kinds, DataInput in) throws IOException {
    SliceStates slice = new SliceStates(kinds);
    slice.examples = in.readLong();
    slice.notScored = in.readLong();
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
