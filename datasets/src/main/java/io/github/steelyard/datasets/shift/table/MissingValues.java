package io.github.steelyard.datasets.shift.table;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.Shift;

/**
 * Of all values 5, 10, 20, 30 and 50 % are missing, each on its own. Inputs must be finite, so the
 * column's mean stands in for a missing one, as a pipeline that imputes means would have it.
 */
@AutoService(Shift.class)
public final class MissingValues extends TableShift {
  public MissingValues() {
    super(
        "missing-values",
        "Values are missing, here and there, and their column's mean stands in for them.",
        .05,
        .1,
        .2,
        .3,
        .5);
  }

  @Override
  ColumnChange change(double strength, InputSpread spread) {
    return (value, column, random) ->
        random.uniform() < strength ? (float) spread.mean(column) : value;
  }
}
