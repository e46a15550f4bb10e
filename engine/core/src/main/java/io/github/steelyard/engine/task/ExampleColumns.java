package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import java.util.List;

/** The columns that every prepared example has, whatever its task; the task adds its labels. */
public final class ExampleColumns {
  /** Number of groups, for intervals by leaving one group out. */
  public static final int GROUPS = 100;

  public static final Column ORDINAL =
      Column.required(
          1, "ordinal", ColumnType.INT64, "", "Place in the data set, from 0, in canonical order.");
  public static final Column ID =
      Column.required(
          2, "id", ColumnType.STRING, "", "The example's own id, or its file's hash and row.");
  public static final Column GROUP =
      Column.required(
          3, "group", ColumnType.INT32, "0..99", "Hash of the id or of the cluster column.");
  public static final Column WEIGHT =
      Column.required(4, "weight", ColumnType.FLOAT64, "", "How much the example counts; 1 = one.");

  /** Column ids below this belong to the columns above; a task's labels follow from here. */
  public static final int FIRST_LABEL_ID = 50;

  /** Slice columns follow from here, in the order of the suite. */
  public static final int FIRST_SLICE_ID = 100;

  private ExampleColumns() {}

  public static List<Column> all() {
    return List.of(ORDINAL, ID, GROUP, WEIGHT);
  }

  /** The column of the suite's slice of that name, the {@code index}-th one. */
  public static Column slice(int index, String name) {
    return Column.nullable(
        FIRST_SLICE_ID + index,
        "slice_" + name,
        ColumnType.STRING,
        "",
        "The example's value of the slice column '" + name + "'.");
  }
}
