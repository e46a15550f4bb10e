package io.github.steelyard.engine.columnar;

/** The types a column may have, and the Java array that holds one. */
public enum ColumnType {
  /** {@code boolean[]}. */
  BOOLEAN,
  /** {@code int[]}. */
  INT32,
  /** {@code long[]}. */
  INT64,
  /** {@code float[]}. */
  FLOAT32,
  /** {@code double[]}. */
  FLOAT64,
  /** {@code String[]}. */
  STRING,
  /** {@code byte[][]}. */
  BINARY,
  /** {@code int[][]}. */
  INT32_LIST,
  /** {@code float[][]}. */
  FLOAT32_LIST,
  /** {@code String[][]}. */
  STRING_LIST,
  /** {@code long[]}, milliseconds since 1970 in UTC. */
  TIMESTAMP
}
