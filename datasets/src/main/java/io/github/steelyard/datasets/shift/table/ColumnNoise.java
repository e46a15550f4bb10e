package io.github.steelyard.datasets.shift.table;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.Shift;

/** Normal noise of .1, .2, .4, .6 and 1 standard deviations of each column. */
@AutoService(Shift.class)
public final class ColumnNoise extends TableShift {
  public ColumnNoise() {
    super(
        "column-noise",
        "Normal noise is added to every column, in proportion to its standard deviation.",
        .1,
        .2,
        .4,
        .6,
        1);
  }

  @Override
  ColumnChange change(double strength, InputSpread spread) {
    return (value, column, random) -> {
      double shifted = value + strength * spread.deviation(column) * random.gaussian();
      // The sum may be too large for a float32.
      return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, shifted));
    };
  }
}
