package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing;
import java.util.List;

/** Reads what happens to an input on its way into a model. */
final class PreprocessingReader {
  private PreprocessingReader() {}

  static Preprocessing read(BlockReader block) {
    List<Double> mean = block.many(SuiteKeys.MEAN);
    List<Double> std = block.many(SuiteKeys.STD);
    if (mean.size() > 1 && std.size() > 1 && mean.size() != std.size()) {
      block.problem(
          SuiteKeys.STD, "as many values as in mean, " + mean.size(), Integer.toString(std.size()));
    }
    return new Preprocessing(
        block.one(SuiteKeys.SCALE).orElse(1.0),
        mean,
        std,
        block.one(SuiteKeys.LAYOUT).orElse(Layout.FLAT),
        block.one(SuiteKeys.SIZE).orElse(null),
        block.one(SuiteKeys.INPUT).orElse(null));
  }
}
