package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.batch.Preprocessing.Features;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.datasets.format.SplitSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Parts of what a suite says. */
abstract class SuiteParts {
  @TempDir Path folder;

  static SplitSpec split(String name, Map<String, String> options) {
    var values = new java.util.TreeMap<String, List<String>>();
    options.forEach((key, value) -> values.put(key, List.of(value)));
    return new SplitSpec(name, new Options(values));
  }

  static Preprocessing input(
      String name, @Nullable Features features, double scale, List<Double> mean, double std) {
    return new Preprocessing(
        scale, mean, List.of(std), Layout.FLAT, null, name, features, List.of());
  }
}
