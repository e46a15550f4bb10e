package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.Task;
import java.util.ArrayList;
import java.util.List;

/** The columns of the prepared files. */
public final class PreparedColumns {
  public static final Column INPUT =
      Column.required(
          2,
          "input",
          ColumnType.BINARY,
          "",
          "The decoded input: row-major, float32 little-endian or uint8.");

  public static final Column SKETCH =
      Column.nullable(
          3,
          "sketch",
          ColumnType.BINARY,
          "",
          "Of the text that stands beside the input; null where there is none.");

  private PreparedColumns() {}

  /** Of a file in {@code examples/}. */
  public static List<Column> examples(Task task, List<String> slices) {
    List<Column> columns = new ArrayList<>(ExampleColumns.all());
    columns.addAll(task.labelColumns());
    for (int slice = 0; slice < slices.size(); slice++) {
      columns.add(ExampleColumns.slice(slice, slices.get(slice)));
    }
    return columns;
  }

  /** Of a file in {@code inputs/}. */
  public static List<Column> inputs() {
    return List.of(ExampleColumns.ORDINAL, INPUT);
  }

  /** Of a file in {@code texts/}. */
  public static List<Column> texts() {
    return List.of(ExampleColumns.ORDINAL, SKETCH);
  }
}
