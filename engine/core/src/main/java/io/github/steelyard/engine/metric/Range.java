package io.github.steelyard.engine.metric;

import java.io.Serializable;

/** The values a metric can take, both ends included; an end may be infinite. */
public record Range(double lowest, double highest) implements Serializable {
  /** {@code [0, 1]}. */
  public static final Range UNIT = new Range(0, 1);

  /** {@code [-1, 1]}. */
  public static final Range CORRELATION = new Range(-1, 1);

  public Range {
    if (!(lowest < highest)) {
      throw new IllegalArgumentException("Cannot make a range of " + lowest + " to " + highest);
    }
  }
}
