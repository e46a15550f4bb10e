package io.github.steelyard.engine.dl4j.training;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures the calling thread from its creation on. */
final class TrainingClock {
  private static final double NANOS = 1e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final boolean alone;
  private final long startNanos = System.nanoTime();
  private final long startCpuNanos = cpuNanos();

  /**
   * @param alone whether the measured work stays in this thread; helpers' time is not known
   */
  TrainingClock(boolean alone) {
    this.alone = alone;
  }

  double seconds() {
    return (System.nanoTime() - startNanos) / NANOS;
  }

  /** CPU time in seconds, or -1 where it is not known. */
  double cpuSeconds() {
    long now = cpuNanos();
    return alone && startCpuNanos >= 0 && now >= 0 ? (now - startCpuNanos) / NANOS : -1;
  }

  private static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
  }
}
