package io.github.steelyard.bench.harness.ratio;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one arm says of one round.
 *
 * @param examples that were worked on, at least 1
 * @param wallNanos how long it took; above 0
 * @param cpuNanos processor time of the work, {@link #UNKNOWN} where nobody knows
 * @param figures other quantities by name, their unit in the name: {@code residentBytes}
 */
public record Measurement(
    long examples, long wallNanos, long cpuNanos, Map<String, Double> figures) {
  public static final long UNKNOWN = -1;

  public Measurement {
    if (!(examples >= 1 && wallNanos > 0 && (cpuNanos >= 0 || cpuNanos == UNKNOWN))) {
      throw new IllegalArgumentException(
          "Cannot use a round of "
              + examples
              + " examples in "
              + wallNanos
              + " ns, "
              + cpuNanos
              + " ns of them on a processor");
    }
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  public Measurement(long examples, long wallNanos, long cpuNanos) {
    this(examples, wallNanos, cpuNanos, Map.of());
  }
}
