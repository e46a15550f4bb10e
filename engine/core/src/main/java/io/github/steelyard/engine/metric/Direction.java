package io.github.steelyard.engine.metric;

/** Which way a metric's values are good. */
public enum Direction {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER
}
