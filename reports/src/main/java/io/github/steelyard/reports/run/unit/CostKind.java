package io.github.steelyard.reports.run.unit;

import java.util.Locale;

/** How far a cost can be trusted. */
public enum CostKind {
  /** Counted: the same on every machine. */
  EXACT,
  /** Observed on one machine, at one time. */
  MEASURED,
  /** Derived from an assumption, such as a wattage or a price. */
  ESTIMATED;

  /** As it stands in the tables: {@code exact}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
