package io.github.steelyard.jobs.suite;

import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import io.github.steelyard.jobs.suite.key.ModelKeys;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what a model is said to be the same as is another model of the suite. */
final class SameModels {
  private SameModels() {}

  /**
   * @param blocks all models; those of families have no names yet
   */
  static void check(List<BlockReader> blocks) {
    Set<String> names = new HashSet<>();
    Map<String, String> others = new HashMap<>();
    for (BlockReader block : blocks) {
      String name = name(block, DatasetKeys.NAME);
      String other = name(block, ModelKeys.SAME_AS);
      if (name != null) {
        names.add(name);
        if (other != null) {
          others.putIfAbsent(name, other);
        }
      }
    }
    for (BlockReader block : blocks) {
      String other = name(block, ModelKeys.SAME_AS);
      if (other != null && !names.contains(other)) {
        block.problem(
            ModelKeys.SAME_AS,
            "the name of another model of this suite",
            NearMatch.found(other, names));
      } else if (other != null && circles(name(block, DatasetKeys.NAME), others)) {
        block.problem(
            ModelKeys.SAME_AS, "a model that is not in turn said to be the same as this", other);
      }
    }
  }

  private static boolean circles(@Nullable String name, Map<String, String> others) {
    Set<String> seen = new HashSet<>();
    String at = name;
    while (at != null && seen.add(at)) {
      at = others.get(at);
      if (at != null && at.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String name(BlockReader block, Key<String> key) {
    return block.has(key) ? block.one(key).orElse(null) : null;
  }
}
