package io.github.steelyard.reports.run.suspicion;

import java.util.Locale;

/** How alike an example and a training example are, the strongest first. */
public enum ContaminationKind {
  EXACT,
  NEAR,
  TEXT;

  /** As it stands in the tables: {@code exact}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
