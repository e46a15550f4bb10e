package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.slice.Refusal;
import io.github.steelyard.datasets.slice.SliceDefinition;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.settings.SliceSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the slices that a suite defines; which columns there are is not known here. */
final class SliceReader {
  private SliceReader() {}

  static SliceSettings read(BlockReader evaluate) {
    List<SliceDefinition> definitions = new ArrayList<>();
    Map<String, String> paths = new HashMap<>();
    for (BlockReader block : evaluate.list(SuiteKeys.SLICES)) {
      block.allow(SuiteKeys.SLICE.names());
      definition(block)
          .ifPresent(
              definition -> {
                String before = paths.putIfAbsent(definition.name(), block.path());
                if (before != null) {
                  block.problem(
                      SuiteKeys.SLICE_NAME,
                      "a name that " + before + " does not have already",
                      definition.name());
                }
                definitions.add(definition);
              });
    }
    return new SliceSettings(definitions, evaluate.one(SuiteKeys.MIN_SLICE).orElse(1));
  }

  private static Optional<SliceDefinition> definition(BlockReader block) {
    Optional<String> name = block.one(SuiteKeys.SLICE_NAME);
    List<String> cross = block.many(SuiteKeys.CROSS);
    Optional<String> sql = block.has(SuiteKeys.SQL) ? block.one(SuiteKeys.SQL) : Optional.empty();
    if (block.has(SuiteKeys.SQL) == block.has(SuiteKeys.CROSS)) {
      block.problem(
          SuiteKeys.SQL, "either sql or cross", block.has(SuiteKeys.SQL) ? "both" : Found.NOTHING);
      return Optional.empty();
    }
    if (sql.isPresent()) {
      return sql(block, name, sql.get());
    }
    if (block.has(SuiteKeys.CROSS) && new HashSet<>(cross).size() < Math.max(2, cross.size())) {
      block.problem(
          SuiteKeys.CROSS, "two or more different slice columns", String.join(", ", cross));
    }
    return cross.isEmpty()
        ? Optional.empty()
        : Optional.of(SliceDefinition.ofCross(name.orElse(null), cross));
  }

  private static Optional<SliceDefinition> sql(
      BlockReader block, Optional<String> name, String sql) {
    Optional<Refusal> refusal = SliceDefinition.refusal(sql);
    refusal.ifPresent(refused -> block.problem(SuiteKeys.SQL, refused.expected(), refused.found()));
    if (name.isEmpty() && !block.has(SuiteKeys.SLICE_NAME)) {
      block.problem(SuiteKeys.SLICE_NAME, "a name for the slices of an expression", Found.NOTHING);
    }
    return name.filter(unused -> refusal.isEmpty()).map(n -> SliceDefinition.ofSql(n, sql));
  }
}
