package io.github.steelyard.datasets.column;

import org.jspecify.annotations.Nullable;

/** One record of a source; a column goes by its index in the source's list of columns. */
public interface Cells {
  /** The value as text, or null where there is none. */
  @Nullable String text(int column);

  /** Hands over the column's number or numbers. */
  void numbers(int column, FeatureValues target);
}
