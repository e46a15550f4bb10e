package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import io.github.steelyard.jobs.suite.settings.SuiteRelative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads which data sets of a suite are other domains of which, or foreign to which. */
final class RelativeReader {
  private RelativeReader() {}

  /**
   * @param key under which a data set names the split that it is held against
   * @param blocks of all data sets
   * @param datasets those of them that could be read
   */
  static List<SuiteRelative> read(
      Key<String> key, List<BlockReader> blocks, List<SuiteDataset> datasets) {
    List<SuiteDataset> origins = own(blocks, datasets);
    List<SuiteRelative> relatives = new ArrayList<>();
    for (BlockReader block : blocks) {
      if (block.has(key) && block.has(DatasetKeys.NAME)) {
        Optional<String> name = block.one(DatasetKeys.NAME);
        Optional<String> origin = block.one(key);
        if (name.isPresent() && origin.isPresent()) {
          relative(key, block, name.get(), origin.get(), origins).ifPresent(relatives::add);
        }
      }
    }
    return relatives;
  }

  /** The data sets that are foreign to none. */
  static List<SuiteDataset> own(List<BlockReader> blocks, List<SuiteDataset> datasets) {
    List<String> foreign = new ArrayList<>();
    for (BlockReader block : blocks) {
      if (block.has(DatasetKeys.FOREIGN_TO) && block.has(DatasetKeys.NAME)) {
        block.one(DatasetKeys.NAME).ifPresent(foreign::add);
      }
    }
    return datasets.stream().filter(dataset -> !foreign.contains(dataset.spec().name())).toList();
  }

  /** Reports what else a data set cannot be that is foreign to another one. */
  static void checkForeign(List<BlockReader> blocks, Task task) {
    for (BlockReader block : blocks) {
      if (block.has(DatasetKeys.FOREIGN_TO) && !task.oneClassEach()) {
        block.problem(
            DatasetKeys.FOREIGN_TO,
            "this key only where each example is of one class, which it is not for " + task.name(),
            Found.of(block.nodeOf(DatasetKeys.FOREIGN_TO)));
      }
      if (block.has(DatasetKeys.FOREIGN_TO) && block.has(DatasetKeys.RELATIVE_OF)) {
        block.problem(DatasetKeys.FOREIGN_TO, "either foreign_to or relative_of", "both");
      }
    }
  }

  private static Optional<SuiteRelative> relative(
      Key<String> key, BlockReader block, String name, String origin, List<SuiteDataset> datasets) {
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
          key,
          splits.isEmpty()
              ? "a split of another data set, of which there is none"
              : "a split of another data set, one of " + String.join(", ", splits),
          NearMatch.found(origin, splits));
      return Optional.empty();
    }
    return Optional.of(SuiteRelative.of(name, origin));
  }
}
