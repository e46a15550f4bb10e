package io.github.steelyard.reports.run;

import java.util.Locale;

/** How a run ended. */
public enum RunStatus {
  /** Every unit has its results. */
  DONE,
  /** Some units failed, the others have their results. */
  PARTIAL,
  /** No unit has results. */
  FAILED;

  /** As it stands in the tables: {@code done}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
