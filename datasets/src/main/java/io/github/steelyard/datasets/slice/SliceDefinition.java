package io.github.steelyard.datasets.slice;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A slice column that is computed when metrics are, from what the prepared examples hold.
 *
 * @param name of the column
 * @param sql an expression whose value is the slice's, or null for a cross
 * @param cross the slice columns whose values together are the slice's, at least two; empty for an
 *     expression
 */
public record SliceDefinition(String name, @Nullable String sql, List<String> cross)
    implements Serializable {
  public SliceDefinition {
    cross = List.copyOf(cross);
    if ((sql == null) == cross.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot define the slices '" + name + "' by both or neither of SQL and a cross");
    }
  }

  /** One slice for each combination of values; named {@code hospital x age} after its columns. */
  public static SliceDefinition ofCross(@Nullable String name, List<String> columns) {
    return new SliceDefinition(name == null ? String.join(" x ", columns) : name, null, columns);
  }

  /** One slice for each value of the expression. */
  public static SliceDefinition ofSql(String name, String sql) {
    return new SliceDefinition(name, sql, List.of());
  }

  /** Why an expression is refused whatever the data; empty where it is not. */
  public static Optional<Refusal> refusal(String sql) {
    return SqlExpression.refusal(sql);
  }

  /** The columns that it needs; the expression must not be refused. */
  SortedSet<String> columns() {
    return sql == null ? new TreeSet<>(cross) : SqlExpression.columns(sql);
  }
}
