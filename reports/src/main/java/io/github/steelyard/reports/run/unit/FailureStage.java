package io.github.steelyard.reports.run.unit;

import java.util.Locale;

/** The stage in which a unit failed. */
public enum FailureStage {
  PLAN,
  PREPARE,
  PREDICT,
  SCORE;

  /** As it stands in the tables: {@code predict}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
