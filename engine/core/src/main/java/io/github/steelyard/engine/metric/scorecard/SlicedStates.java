package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The slices that a scorecard met, all examples first, each with its states. */
final class SlicedStates {
  private static final String PREFIX = "slice_";

  private final List<StateKind> kinds;
  private final List<StateKind> details;
  private final SortedMap<Slice, SliceStates> slices = new TreeMap<>();

  /**
   * @param kinds kept for each group
   * @param details kept once for each slice
   */
  SlicedStates(List<StateKind> kinds, List<StateKind> details) {
    this.kinds = kinds;
    this.details = details;
    slice(Slice.ALL);
  }

  /** All examples first, then by column and value. */
  SortedMap<Slice, SliceStates> bySlice() {
    return Collections.unmodifiableSortedMap(slices);
  }

  /** Of a slice that is there. */
  SliceStates of(Slice slice) {
    return Objects.requireNonNull(slices.get(slice), () -> "Unknown slice: " + slice);
  }

  /** States of no examples. */
  SliceStates empty() {
    return new SliceStates(kinds, details);
  }

  private SliceStates slice(Slice slice) {
    return slices.computeIfAbsent(slice, key -> empty());
  }

  /** Adds the rows of a block to all slices that they are in. */
  void add(RowBlock examples, BlockAccumulators accumulators, BitSet notScored) {
    GroupedRows rows = GroupedRows.of(examples.ints(ExampleColumns.GROUP.name()), notScored);
    SliceStates all = of(Slice.ALL);
    all.addNotScored(examples.rows() - rows.size());
    all.add(accumulators, rows, 0, rows.size());
    for (Column column : examples.columns()) {
      if (column.name().startsWith(PREFIX)) {
        addSlices(column.name(), examples.strings(column.name()), accumulators, rows, notScored);
      }
    }
  }

  private void addSlices(
      String column,
      String[] values,
      BlockAccumulators accumulators,
      GroupedRows scored,
      BitSet notScored) {
    String name = column.substring(PREFIX.length());
    List<SliceStates> present = new ArrayList<>();
    int[] indexOfRow = indexOfSlices(name, values, present);
    notScored.stream()
        .filter(row -> row < indexOfRow.length && indexOfRow[row] >= 0)
        .forEach(row -> present.get(indexOfRow[row]).addNotScored(1));
    int[] ends = new int[present.size()];
    GroupedRows rows = scored.by(indexOfRow, ends);
    for (int index = 0; index < ends.length; index++) {
      present.get(index).add(accumulators, rows, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
  }

  /** For each row the place of its slice in the list, or -1 where it has no value. */
  private int[] indexOfSlices(String column, String[] values, List<SliceStates> present) {
    Map<String, Integer> known = new HashMap<>();
    int[] indexOfRow = new int[values.length];
    for (int row = 0; row < values.length; row++) {
      String value = values[row];
      if (value == null) {
        indexOfRow[row] = -1;
        continue;
      }
      Integer index = known.get(value);
      if (index == null) {
        index = present.size();
        known.put(value, index);
        present.add(slice(new Slice(column, value)));
      }
      indexOfRow[row] = index;
    }
    checkSliceValues(column);
    return indexOfRow;
  }

  private void checkSliceValues(String column) {
    long values = slices.keySet().stream().filter(slice -> slice.column().equals(column)).count();
    if (values > Scorecard.MOST_SLICE_VALUES) {
      throw new BadInputException(
          "The slice column '%s' has more than %d values: expected few, each with many examples"
              .formatted(column, Scorecard.MOST_SLICE_VALUES));
    }
  }

  void merge(SlicedStates other) {
    other.slices.forEach((slice, states) -> slice(slice).merge(states));
    other.slices.keySet().stream().map(Slice::column).distinct().forEach(this::checkSliceValues);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(slices.size());
    for (Map.Entry<Slice, SliceStates> entry : slices.entrySet()) {
      Strings.write(List.of(entry.getKey().column(), entry.getKey().value()), out);
      entry.getValue().write(out);
    }
  }

  /** Adds what was written to no slices but that of all examples. */
  void readFrom(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      List<String> names = Strings.read(in);
      if (names.size() != 2) {
        throw new IOException("Cannot read a scorecard with a slice " + names);
      }
      slices.put(new Slice(names.get(0), names.get(1)), SliceStates.read(kinds, details, in));
    }
  }
}
