package io.github.steelyard.reports.run.comparison;

import java.util.Locale;

/** What a difference of two values says. */
public enum Verdict {
  /** The first value is better, beyond what chance explains. */
  BETTER,
  /** The first value is worse, beyond what chance explains. */
  WORSE,
  /** Chance may explain the difference. */
  NOT_DISTINGUISHABLE,
  /** Fewer than 20 groups of examples, or than 5 events or groups that decide. */
  TOO_FEW,
  /** One of the values is undefined, or no interval of the metric's differences is known. */
  UNKNOWN,
  /** The values do not belong to the same examples, or one of them is not there. */
  NOT_COMPARABLE;

  /** As it stands in the tables: {@code not distinguishable}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** True where the two values differ beyond chance. */
  public boolean differs() {
    return this == BETTER || this == WORSE;
  }

  /** True where there was enough to decide whether they differ. */
  public boolean decided() {
    return differs() || this == NOT_DISTINGUISHABLE;
  }
}
