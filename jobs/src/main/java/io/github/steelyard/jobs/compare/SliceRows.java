package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.task.ExampleColumns;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows of a block of examples are in which slice. */
final class SliceRows {
  private SliceRows() {}

  /** A new set of rows for each slice, in the slices' order. */
  static List<BitSet> of(List<Slice> slices, RowBlock examples) {
    List<BitSet> sets = new ArrayList<>();
    Map<String, Map<String, BitSet>> byColumn = new HashMap<>();
    for (Slice slice : slices) {
      BitSet rows = new BitSet();
      if (slice.equals(Slice.ALL)) {
        rows.set(0, examples.rows());
      } else {
        byColumn
            .computeIfAbsent(slice.column(), unused -> new HashMap<>())
            .put(slice.value(), rows);
      }
      sets.add(rows);
    }
    byColumn.forEach(
        (column, byValue) -> {
          String[] values = examples.strings(ExampleColumns.slice(0, column).name());
          for (int row = 0; row < values.length; row++) {
            BitSet rows = byValue.get(values[row]);
            if (rows != null) {
              rows.set(row);
            }
          }
        });
    return sets;
  }
}
