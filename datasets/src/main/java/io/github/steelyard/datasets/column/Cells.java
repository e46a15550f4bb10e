package io.github.steelyard.datasets.column;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of a source; a column goes by its index in the source's list of columns. */
public interface Cells {
  /** The value as text, or null where there is none. */
  @Nullable String text(int column);

  /** The elements of a list as texts, or the one text that stands there; null for no value. */
  default @Nullable List<String> texts(int column) {
    String text = text(column);
    return text == null ? null : List.of(text);
  }

  /** Hands over the column's number or numbers. */
  void numbers(int column, FeatureValues target);
}
