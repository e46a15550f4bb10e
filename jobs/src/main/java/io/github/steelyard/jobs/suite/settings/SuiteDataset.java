package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.datasets.format.DatasetSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data set, and which of its splits models were trained on.
 *
 * @param spec with at least one split
 * @param trainSplitName one of the spec's splits, or null where none is known
 */
public record SuiteDataset(DatasetSpec spec, @Nullable String trainSplitName) {
  public Optional<String> trainSplit() {
    return Optional.ofNullable(trainSplitName);
  }
}
