package io.github.steelyard.reports.run.comparison;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Two models on the same examples.
 *
 * @param model the one with more parameters
 * @param other the one with fewer
 * @param shift what was done to the inputs, or null where nothing was
 * @param sliceColumn the slice's column, or null for all examples of the split
 * @param sliceValue the slice's value, or null for all examples of the split
 */
public record ComparedPair(
    String model,
    String other,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    @Nullable String sliceColumn,
    @Nullable String sliceValue)
    implements Serializable {
  public ComparedPair {
    if (model.equals(other)) {
      throw new IllegalArgumentException("Cannot compare '" + model + "' with itself");
    }
  }

  /** True for all examples of the split, their inputs as they are. */
  public boolean whole() {
    return sliceColumn == null && shift == null;
  }
}
