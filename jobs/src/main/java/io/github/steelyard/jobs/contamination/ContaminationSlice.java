package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.slice.OrdinalSlice;
import io.github.steelyard.reports.run.suspicion.ContaminationKind;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** A slice of the examples that models were trained on, one of those like them, and the rest. */
public final class ContaminationSlice implements OrdinalSlice {
  private static final long serialVersionUID = 1L;

  private final TreeMap<ContaminationKind, Roaring64NavigableMap> ordinals = new TreeMap<>();

  void add(ContaminationKind kind, Iterable<Long> duplicates) {
    Roaring64NavigableMap of =
        ordinals.computeIfAbsent(kind, unused -> new Roaring64NavigableMap());
    duplicates.forEach(of::addLong);
  }

  @Override
  public String name() {
    return ContaminationRow.SLICE;
  }

  /** The strongest of the kinds that an example is a duplicate of; {@code none} of the others. */
  @Override
  public String value(long ordinal) {
    for (Map.Entry<ContaminationKind, Roaring64NavigableMap> kind : ordinals.entrySet()) {
      if (kind.getValue().contains(ordinal)) {
        return kind.getKey().toString();
      }
    }
    return ContaminationRow.CLEAN;
  }
}
