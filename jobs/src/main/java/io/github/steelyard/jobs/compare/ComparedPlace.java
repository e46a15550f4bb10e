package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.metric.HitShare;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.estimate.Slice;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The models on one split under one shift that are compared with each other.
 *
 * @param pairs of places in {@code units}
 * @param slices that are compared, all examples first
 * @param exclusions whether some of the models could not score some example: then all metrics are
 *     computed again without those
 */
record ComparedPlace(
    List<ComparedUnit> units, List<Pair> pairs, List<Slice> slices, boolean exclusions)
    implements Serializable {
  /** Places of two units; the first one is the larger model. */
  record Pair(int first, int second) implements Serializable {}

  /** A share of hits, and whose. */
  record Hits(String metric, HitShare share) {}

  ComparedPlace {
    units = List.copyOf(units);
    pairs = List.copyOf(pairs);
    slices = List.copyOf(slices);
  }

  /** All shares of hits, in an order that depends on the task and its settings alone. */
  List<Hits> hits() {
    List<Hits> hits = new ArrayList<>();
    for (Metric metric : units.get(0).metrics()) {
      metric.hits(units.get(0).settings()).forEach(share -> hits.add(new Hits(metric.id(), share)));
    }
    return hits;
  }
}
