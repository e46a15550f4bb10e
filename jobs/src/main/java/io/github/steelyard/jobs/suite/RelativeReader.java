package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.format.SplitSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads which data sets of a suite are other domains of which. */
final class RelativeReader {
  private RelativeReader() {}

  /**
   * @param blocks of all data sets
   * @param datasets those of them that could be read
   */
  static List<SuiteRelative> read(List<BlockReader> blocks, List<SuiteDataset> datasets) {
    List<SuiteRelative> relatives = new ArrayList<>();
    for (BlockReader block : blocks) {
      if (block.has(SuiteKeys.RELATIVE_OF) && block.has(SuiteKeys.NAME)) {
        Optional<String> name = block.one(SuiteKeys.NAME);
        Optional<String> origin = block.one(SuiteKeys.RELATIVE_OF);
        if (name.isPresent() && origin.isPresent()) {
          relative(block, name.get(), origin.get(), datasets).ifPresent(relatives::add);
        }
      }
    }
    return relatives;
  }

  private static Optional<SuiteRelative> relative(
      BlockReader block, String name, String origin, List<SuiteDataset> datasets) {
    SortedSet<String> splits = new TreeSet<>();
    for (SuiteDataset dataset : datasets) {
      String other = dataset.spec().name();
      if (!other.equals(name)) {
        dataset.spec().splits().stream()
            .map(SplitSpec::name)
            .forEach(split -> splits.add(other + "/" + split));
      }
    }
    if (!splits.contains(origin)) {
      block.problem(
          SuiteKeys.RELATIVE_OF,
          splits.isEmpty()
              ? "a split of another data set, of which there is none"
              : "a split of another data set, one of " + String.join(", ", splits),
          NearMatch.found(origin, splits));
      return Optional.empty();
    }
    return Optional.of(SuiteRelative.of(name, origin));
  }
}
