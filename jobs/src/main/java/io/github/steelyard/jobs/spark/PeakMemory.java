package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.cost.ProcessMemory;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this process holds beside the Java heap, for its tasks. Asking Linux takes tens of
 * milliseconds, more than a small model takes for a shard, and holds up whoever asks for memory
 * meanwhile: so it is asked whenever a model has been loaded, and else at most once a second and
 * for a hundredth of the time.
 */
public final class PeakMemory {
  private static final long LEAST_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL_OF_COST = 100;

  private static final ReentrantLock LOOKING = new ReentrantLock();
  private static volatile Look last = new Look(OptionalLong.empty(), -1, 0, 0);

  private PeakMemory() {}

  /**
   * What was seen, and when.
   *
   * @param loads how many models this process had loaded
   * @param nanos when the look ended
   * @param tookNanos how long it took
   */
  private record Look(OptionalLong bytes, long loads, long nanos, long tookNanos) {
    static Look now(long loads) {
      long start = System.nanoTime();
      OptionalLong bytes = ProcessMemory.offHeapBytes();
      long end = System.nanoTime();
      return new Look(bytes, loads, end, end - start);
    }

    boolean old() {
      long interval = Math.max(LEAST_INTERVAL_NANOS, INTERVAL_OF_COST * tookNanos);
      return System.nanoTime() - nanos > interval;
    }
  }

  /** Resident bytes at the last look, this one or an earlier one; empty if unknown. */
  public static OptionalLong offHeapBytes() {
    long loads = ModelCache.shared().loads();
    if (last.loads() != loads) {
      LOOKING.lock();
    } else if (!last.old() || !LOOKING.tryLock()) {
      return last.bytes();
    }
    try {
      if (last.loads() != loads || last.old()) {
        last = Look.now(loads);
      }
      return last.bytes();
    } finally {
      LOOKING.unlock();
    }
  }
}
