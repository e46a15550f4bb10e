package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.jobs.spark.ModelCopy;
import io.github.steelyard.reports.run.unit.CostKind;
import io.github.steelyard.reports.run.unit.CostRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a model took in the executors during a run: a set and a maximum, so that neither the order
 * nor the number of tasks matters. Nothing where all its predictions came from the cache.
 */
public final class Footprint {
  private final Set<ModelCopy> copies = new TreeSet<>();
  private long peakOffHeapBytes = -1;

  public void add(PartOutcome part) {
    ModelCopy copy = part.copy();
    if (copy != null) {
      copies.add(copy);
      peakOffHeapBytes = Math.max(peakOffHeapBytes, part.offHeapBytes());
    }
  }

  public void add(Footprint other) {
    copies.addAll(other.copies);
    peakOffHeapBytes = Math.max(peakOffHeapBytes, other.peakOffHeapBytes);
  }

  public List<CostRow> costs(String model) {
    List<CostRow> costs = new ArrayList<>();
    if (!copies.isEmpty()) {
      String source = "loads that this run's tasks used, over all processes";
      costs.add(count(model, CostRow.REPLICAS, copies.size(), source));
      costs.add(
          count(
              model,
              CostRow.REPLICAS_PER_PROCESS,
              mostInOneProcess(),
              "loads that this run's tasks used in the process that had most"));
    }
    if (peakOffHeapBytes >= 0) {
      costs.add(
          new CostRow(
              model,
              CostRow.PEAK_OFF_HEAP_BYTES,
              peakOffHeapBytes,
              "bytes",
              CostKind.MEASURED,
              "resident memory outside the Java heap of the process that held most while it ran the"
                  + " model, all else in that process included; looked at between shards, at most"
                  + " once a second"));
    }
    return costs;
  }

  private int mostInOneProcess() {
    Map<String, Integer> counts = new HashMap<>();
    copies.forEach(copy -> counts.merge(copy.process(), 1, Integer::sum));
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static CostRow count(String model, String cost, long value, String source) {
    return new CostRow(model, cost, value, "1", CostKind.MEASURED, source);
  }
}
