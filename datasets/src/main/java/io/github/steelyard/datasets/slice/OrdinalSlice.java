package io.github.steelyard.datasets.slice;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A slice column that a run finds out, by the examples' ordinals. It goes to every task. */
public interface OrdinalSlice extends Serializable {
  /** Of the column. */
  String name();

  /** The slice of one example, or null where it is in none. */
  @Nullable String value(long ordinal);
}
