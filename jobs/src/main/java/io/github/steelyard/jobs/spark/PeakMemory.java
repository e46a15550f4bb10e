package io.github.steelyard.jobs.spark;

import io.github.steelyard.engine.cost.ProcessMemory;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What this process holds beside the Java heap, for its tasks. Asking Linux takes tens of
 * milliseconds, more than a small model takes for a shard, and holds up whoever asks for memory
 * meanwhile: so it is asked whenever a model has been loaded, and else at most once a second and
 * for a hundredth of the time.
 */
public final class PeakMemory {
  private static final long LEAST_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL_OF_COST = 100;

  private static final PeakMemory SHARED =
      new PeakMemory(
          ProcessMemory::offHeapBytes, () -> ModelCache.shared().loads(), System::nanoTime);

  private final Supplier<OptionalLong> source;
  private final LongSupplier loads;
  private final LongSupplier clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Look last = new Look(OptionalLong.empty(), -1, 0, 0);

  /**
   * @param source of the bytes
   * @param loads how many models this process has loaded so far
   * @param clock in nanoseconds
   */
  PeakMemory(Supplier<OptionalLong> source, LongSupplier loads, LongSupplier clock) {
    this.source = source;
    this.loads = loads;
    this.clock = clock;
  }

  /**
   * What was seen, and when.
   *
   * @param loads how many models this process had loaded
   * @param nanos when the look ended
   * @param tookNanos how long it took
   */
  private record Look(OptionalLong bytes, long loads, long nanos, long tookNanos) {
    boolean oldAt(long now) {
      return now - nanos > Math.max(LEAST_INTERVAL_NANOS, INTERVAL_OF_COST * tookNanos);
    }
  }

  /** Resident bytes at the last look, this one or an earlier one; empty if unknown. */
  public static OptionalLong offHeapBytes() {
    return SHARED.bytes();
  }

  OptionalLong bytes() {
    long loaded = loads.getAsLong();
    if (last.loads() != loaded) {
      looking.lock();
    } else if (!last.oldAt(clock.getAsLong()) || !looking.tryLock()) {
      return last.bytes();
    }
    try {
      if (last.loads() != loaded || last.oldAt(clock.getAsLong())) {
        last = look(loaded);
      }
      return last.bytes();
    } finally {
      looking.unlock();
    }
  }

  private Look look(long loaded) {
    long start = clock.getAsLong();
    OptionalLong bytes = source.get();
    long end = clock.getAsLong();
    return new Look(bytes, loaded, end, end - start);
  }
}
