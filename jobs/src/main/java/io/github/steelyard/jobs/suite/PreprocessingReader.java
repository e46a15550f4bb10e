package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.key.PreprocessingKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what happens to an input on its way into a model. */
final class PreprocessingReader {
  private PreprocessingReader() {}

  /** Of a model, which may have several inputs: what is said for all of them holds for each. */
  static Preprocessing ofModel(BlockReader block, FeatureNames features) {
    List<BlockReader> blocks = block.list(PreprocessingKeys.INPUTS);
    if (blocks.isEmpty()) {
      return read(block);
    }
    Map<String, BlockReader> first = new HashMap<>();
    List<Preprocessing> inputs = new ArrayList<>();
    for (BlockReader own : blocks) {
      own.allow(PreprocessingKeys.INPUT_PREPROCESSING.names());
      String name = own.one(PreprocessingKeys.INPUT_NAME).orElse("");
      BlockReader before = first.putIfAbsent(name, own);
      if (before != null && !name.isEmpty()) {
        own.problem(
            PreprocessingKeys.INPUT_NAME,
            "an input that " + before.path() + " does not have already",
            name);
      }
      Preprocessing all = read(own.over(block));
      inputs.add(
          new Preprocessing(
              all.scale(),
              all.mean(),
              all.std(),
              all.layout(),
              all.size(),
              name,
              features.read(own).orElse(null),
              List.of()));
    }
    return Preprocessing.ofInputs(inputs);
  }

  static Preprocessing read(BlockReader block) {
    List<Double> mean = block.many(PreprocessingKeys.MEAN);
    List<Double> std = block.many(PreprocessingKeys.STD);
    if (mean.size() > 1 && std.size() > 1 && mean.size() != std.size()) {
      block.problem(
          PreprocessingKeys.STD,
          "as many values as in mean, " + mean.size(),
          Integer.toString(std.size()));
    }
    return new Preprocessing(
        block.one(PreprocessingKeys.SCALE).orElse(1.0),
        mean,
        std,
        block.one(PreprocessingKeys.LAYOUT).orElse(Layout.FLAT),
        block.one(PreprocessingKeys.SIZE).orElse(null),
        block.one(PreprocessingKeys.INPUT).orElse(null));
  }
}
