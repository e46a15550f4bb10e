package io.github.steelyard.reports.run.generalization;

import java.util.Locale;

/** What a split was to a model, that others are held against. */
public enum GapReference {
  /** It learned from it. */
  TRAINING,
  /** It, or one beside it, was chosen by its results there. */
  VALIDATION;

  /** As it stands in the tables: {@code training}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
