package io.github.steelyard.engine.outofdistribution;

import io.github.steelyard.engine.statistics.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The weights of one score's examples by group and by place of their bin, best first. */
final class BinnedSample {
  private final double[] whole;
  private final long examples;

  /** By place; most bins are empty in a group. */
  private final List<Map<Integer, Double>> groups;

  /**
   * @param bins that occur here or in what this is held against, ascending
   */
  BinnedSample(Tally counts, int[] bins) {
    TreeMap<Integer, Map<Integer, Double>> byGroup = new TreeMap<>();
    whole = new double[bins.length];
    for (int key : counts.keys()) {
      int place = bins.length - 1 - Arrays.binarySearch(bins, key % FloatBins.COUNT);
      double weight = counts.weight(key);
      byGroup.computeIfAbsent(key / FloatBins.COUNT, unused -> new TreeMap<>()).put(place, weight);
      whole[place] += weight;
    }
    examples = counts.totalCount();
    groups = List.copyOf(byGroup.values());
  }

  /** The bins that occur in one of two, ascending. */
  static int[] bins(Tally one, Tally other) {
    return IntStream.concat(Arrays.stream(one.keys()), Arrays.stream(other.keys()))
        .map(key -> key % FloatBins.COUNT)
        .sorted()
        .distinct()
        .toArray();
  }

  double[] whole() {
    return whole;
  }

  long examples() {
    return examples;
  }

  double weight() {
    return Arrays.stream(whole).sum();
  }

  /** Non-empty ones. */
  int groups() {
    return groups.size();
  }

  /** All but one group. */
  double[] without(int group) {
    double[] rest = whole.clone();
    groups
        .get(group)
        .forEach(
            (place, weight) ->
                // What rounding leaves of sums of weights is nothing.
                rest[place] = Math.max(0, rest[place] - weight));
    return rest;
  }
}
