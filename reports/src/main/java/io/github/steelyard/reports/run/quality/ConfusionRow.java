package io.github.steelyard.reports.run.quality;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many examples of one class were given one answer; pairs that never occurred have no row.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param sliceColumn the slice's column, or null for all examples of the split; an empty text
 *     becomes null
 * @param sliceValue the slice's value, or null for the examples that have none in that column and
 *     for all examples of the split
 * @param label index of the true class
 * @param prediction index of the class that the model chose
 * @param weight sum of the examples' weights; their number where all weights are 1
 */
public record ConfusionRow(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    @Nullable String sliceColumn,
    @Nullable String sliceValue,
    int label,
    String labelName,
    int prediction,
    String predictionName,
    long examples,
    double weight)
    implements Serializable {
  public ConfusionRow {
    sliceColumn = sliceColumn == null || sliceColumn.isEmpty() ? null : sliceColumn;
    sliceValue = sliceColumn == null ? null : sliceValue;
  }
}
