package io.github.steelyard.engine.inference.device;

import java.util.Locale;

/** The kinds of processor that engines compute on. */
public enum Device {
  CPU,
  GPU;

  /** As suites, keys and tables spell it: {@code cpu}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
