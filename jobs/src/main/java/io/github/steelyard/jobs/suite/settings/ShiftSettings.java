package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.datasets.shift.ShiftLevel;
import java.util.List;
import java.util.Set;

/**
 * What is done to inputs for a second look, and to which.
 *
 * @param levels each shift at each severity
 * @param named the shifts that were asked for by name or as ImageNet-C's: where inputs cannot be
 *     shifted so, that is a mistake; of those that came with all others it is none
 * @param splits names of the splits whose inputs are shifted, or empty for all that models were not
 *     trained on
 */
public record ShiftSettings(List<ShiftLevel> levels, Set<String> named, List<String> splits) {
  public ShiftSettings {
    levels = List.copyOf(levels);
    named = Set.copyOf(named);
    splits = List.copyOf(splits);
  }

  /** Those that a split's inputs go through. */
  public List<ShiftLevel> of(SuiteDataset dataset, String split) {
    boolean shifted =
        splits.isEmpty()
            ? !dataset.trainSplit().filter(split::equals).isPresent()
            : splits.contains(split);
    return shifted ? levels : List.of();
  }
}
