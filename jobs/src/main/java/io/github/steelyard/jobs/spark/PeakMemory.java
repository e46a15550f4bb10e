package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.cost.ProcessMemory;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What this process holds beside the Java heap, for its tasks. Asking Linux takes milliseconds,
 * more than a small model takes for a shard: so it is asked at most once a second, and whenever a
 * model has been loaded since.
 */
public final class PeakMemory {
  private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

  private static OptionalLong held = OptionalLong.empty();
  private static long askedNanos;
  private static long askedLoads = -1;

  private PeakMemory() {}

  /** Resident bytes at the last look, this one or one within the last second; empty if unknown. */
  public static synchronized OptionalLong offHeapBytes() {
    long loads = ModelCache.shared().loads();
    if (loads != askedLoads || System.nanoTime() - askedNanos > INTERVAL_NANOS) {
      held = ProcessMemory.offHeapBytes();
      askedNanos = System.nanoTime();
      askedLoads = loads;
    }
    return held;
  }
}
