package io.github.steelyard.engine.calibration;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.task.ExampleColumns;

/**
 * The parts into which a split is cut where something is fitted on it: what was fitted on examples
 * must not be reported on the same ones. The parts are whole groups, so that a cluster (a patient,
 * a document) lies in one of them; the groups are a hash, so that the parts are random, and the
 * same for every model and every purpose.
 */
public enum SplitPart {
  /** 40 of the 100 groups: parameters are fitted here. */
  FIT(0, 40),
  /** 30 groups: one of several fitted candidates is selected here. */
  SELECT(40, 70),
  /** 30 groups: what comes out is reported here. */
  REPORT(70, ExampleColumns.GROUPS);

  private final int first;
  private final int end;

  SplitPart(int first, int end) {
    this.first = first;
    this.end = end;
  }

  /** Whether an example of this group is in it. */
  public boolean holds(int group) {
    return group >= first && group < end;
  }

  /**
   * Leaves the outcomes of the other parts without a value, as if the model could not score them.
   *
   * @param outcomes of the same examples in the same order; changed
   */
  public void keepOnly(RowBlock examples, RowBlock outcomes) {
    int[] groups = examples.ints(ExampleColumns.GROUP.name());
    for (int row = 0; row < groups.length; row++) {
      if (!holds(groups[row])) {
        for (Column column : outcomes.columns()) {
          if (column.nullable()) {
            outcomes.nulls(column.name()).set(row);
          }
        }
      }
    }
  }
}
