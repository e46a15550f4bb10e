package io.github.steelyard.engine.metric.estimate;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The examples that have one value in one slice column.
 *
 * @param column without the prefix {@code slice_}; empty for all examples
 * @param value empty for all examples
 */
public record Slice(String column, String value) implements Serializable, Comparable<Slice> {
  public static final Slice ALL = new Slice("", "");

  private static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::column).thenComparing(Slice::value);

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }
}
