package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;

/** Keys of a slice that a suite defines. */
public final class SliceKeys {
  public static final Key<String> SLICE_NAME =
      Key.optional(
          "name",
          Kind.NAME,
          "the column that tables call the slices by; of a cross, by default its columns with x"
              + " between them");
  public static final Key<String> CROSS =
      Key.optional(
          "cross", Kind.TEXT, "slice columns, of whose values each combination is a slice");
  public static final Key<String> SQL =
      Key.optional("sql", Kind.TEXT, "or an expression, of which each value is a slice");
  public static final Block SLICE = Block.of(SLICE_NAME, CROSS, SQL);

  private SliceKeys() {}
}
