package io.github.steelyard.reports.run.comparison;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a model bears what is done to its inputs, in one number.
 *
 * @param shift the shift's name, or null for a number over all shifts
 * @param measure its id: {@code mean-error}
 * @param value finite, or null where it is undefined
 * @param undefinedReason why there is no value; null where there is one
 * @param baseline the model that it is measured against, or null where none takes part
 * @param cells pairs of shift and severity that it was computed from
 */
public record RobustnessRow(
    String model,
    String dataset,
    String split,
    @Nullable String shift,
    String measure,
    @Nullable Double value,
    @Nullable String undefinedReason,
    @Nullable String baseline,
    int cells)
    implements Serializable {
  public RobustnessRow {
    if ((value == null) == (undefinedReason == null) || (value != null && !finite(value))) {
      throw new IllegalArgumentException(
          "Cannot use the value " + value + " of " + measure + ", expected a number or a reason");
    }
  }

  private static boolean finite(double value) {
    return Double.isFinite(value);
  }
}
