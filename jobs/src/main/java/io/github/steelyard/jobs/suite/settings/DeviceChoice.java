package io.github.steelyard.jobs.suite.settings;

import java.util.Locale;

/** What a suite may say of the processor that a model runs on. */
public enum DeviceChoice {
  CPU,
  GPU,
  /** A GPU where the executors have one that the engine can use, else the CPU; for all alike. */
  AUTO;

  /** As a suite spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
