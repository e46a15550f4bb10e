package io.github.steelyard.jobs.suite;

import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.key.DatasetKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that no two blocks of a list bear one name: it is what tables and files call them. */
final class UniqueNames {
  private UniqueNames() {}

  static void check(List<BlockReader> blocks) {
    Map<String, BlockReader> first = new HashMap<>();
    for (BlockReader block : blocks) {
      if (block.has(DatasetKeys.NAME)) {
        block
            .one(DatasetKeys.NAME)
            .ifPresent(
                name -> {
                  BlockReader before = first.putIfAbsent(name, block);
                  if (before != null) {
                    block.problem(
                        DatasetKeys.NAME,
                        "a name that " + before.path() + " does not have already",
                        name);
                  }
                });
      }
    }
  }
}
