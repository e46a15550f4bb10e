package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Examples of any task; what their labels are is left to the task's own rows. */
public final class TaskExamples {
  private static final double[] WEIGHTS = {0, 0.1, 1, 2.5};

  private TaskExamples() {}

  /** Example i is of group {@code i % 100} and weighs 1. */
  public static RowBlock of(Column label, int rows, String... slices) {
    List<Column> columns = new ArrayList<>(ExampleColumns.all());
    columns.add(label);
    for (int i = 0; i < slices.length; i++) {
      columns.add(ExampleColumns.slice(i, slices[i]));
    }
    RowBlock examples = new RowBlock(columns, rows);
    for (int row = 0; row < rows; row++) {
      examples.longs("ordinal")[row] = row;
      examples.strings("id")[row] = "example " + row;
      examples.ints("group")[row] = row % ExampleColumns.GROUPS;
      examples.doubles("weight")[row] = 1;
    }
    return examples;
  }

  /** Gives a row a weight, where they are wanted, and values of the slices; some have none. */
  public static void randomize(
      RowBlock examples, int row, Random random, boolean weighted, String... slices) {
    if (weighted) {
      examples.doubles("weight")[row] = WEIGHTS[random.nextInt(WEIGHTS.length)];
    }
    for (String slice : slices) {
      int value = random.nextInt(4);
      examples.strings("slice_" + slice)[row] = value == 3 ? null : slice + value;
    }
  }
}
