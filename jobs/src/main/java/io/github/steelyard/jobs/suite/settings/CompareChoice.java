package io.github.steelyard.jobs.suite.settings;

import java.util.Locale;

/** Which models of a suite are compared with which. */
public enum CompareChoice {
  ALL,
  /** Each with the baseline. */
  BASELINE,
  /** Each with the next larger one, and with the baseline where there is one. */
  NEIGHBOURS,
  NONE;

  /** As a suite spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
