package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.task.ExampleColumns;
import java.util.BitSet;

/** Rows of a block in the order of their groups, so that each group's states are visited once. */
final class GroupedRows {
  private final int[] groups;
  private final int[] rows;

  private GroupedRows(int[] groups, int[] rows) {
    this.groups = groups;
    this.rows = rows;
  }

  /**
   * Sorts the rows of a block.
   *
   * @param groups of all rows
   * @param excluded rows that are left out
   */
  static GroupedRows of(int[] groups, BitSet excluded) {
    int[] first = new int[ExampleColumns.GROUPS + 1];
    for (int row = 0; row < groups.length; row++) {
      first[groups[row] + 1] += excluded.get(row) ? 0 : 1;
    }
    for (int group = 0; group < ExampleColumns.GROUPS; group++) {
      first[group + 1] += first[group];
    }
    int[] rows = new int[first[ExampleColumns.GROUPS]];
    for (int row = 0; row < groups.length; row++) {
      if (!excluded.get(row)) {
        rows[first[groups[row]]++] = row;
      }
    }
    return new GroupedRows(groups, rows);
  }

  /**
   * The same rows by class, those of one class still in the order of their groups.
   *
   * @param classOfRow of each row of the block; rows below 0 are left out
   * @param ends is filled with the place after the last row of each class
   */
  GroupedRows by(int[] classOfRow, int[] ends) {
    for (int row : rows) {
      if (classOfRow[row] >= 0) {
        ends[classOfRow[row]]++;
      }
    }
    int sum = 0;
    for (int index = 0; index < ends.length; index++) {
      int size = ends[index];
      ends[index] = sum;
      sum += size;
    }
    int[] sorted = new int[sum];
    for (int row : rows) {
      if (classOfRow[row] >= 0) {
        sorted[ends[classOfRow[row]]++] = row;
      }
    }
    return new GroupedRows(groups, sorted);
  }

  int size() {
    return rows.length;
  }

  /** All rows; not to be changed. */
  int[] rows() {
    return rows;
  }

  int group(int place) {
    return groups[rows[place]];
  }

  /** The place after the last row, before {@code to}, of the group that a place is of. */
  int endOfGroup(int place, int to) {
    int group = group(place);
    int end = place + 1;
    while (end < to && group(end) == group) {
      end++;
    }
    return end;
  }
}
