package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.datasets.slice.SliceDefinition;
import java.util.List;

/**
 * By what metrics are split beside the slice columns of the data sets.
 *
 * @param definitions of different names
 * @param fewest slices of fewer scored examples have no values
 */
public record SliceSettings(List<SliceDefinition> definitions, int fewest) {
  public SliceSettings {
    definitions = List.copyOf(definitions);
  }
}
