package io.github.steelyard.bench.harness.ratio;

/** What time is taken by. */
public enum Clock {
  /** Time that passes. Targets go by it. */
  WALL,
  /** Time on a processor: less disturbed by what else a machine does. */
  CPU
}
