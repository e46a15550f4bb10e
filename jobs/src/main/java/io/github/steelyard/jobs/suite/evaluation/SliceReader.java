package io.github.steelyard.jobs.suite.evaluation;

import io.github.steelyard.datasets.slice.Refusal;
import io.github.steelyard.datasets.slice.SliceDefinition;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.key.EvaluateKeys;
import io.github.steelyard.jobs.suite.key.SliceKeys;
import io.github.steelyard.jobs.suite.settings.SliceSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the slices that a suite defines; which columns there are is not known here. */
public final class SliceReader {
  private SliceReader() {}

  public static SliceSettings read(BlockReader evaluate) {
    List<SliceDefinition> definitions = new ArrayList<>();
    Map<String, String> paths = new HashMap<>();
    for (BlockReader block : evaluate.list(EvaluateKeys.SLICES)) {
      block.allow(SliceKeys.SLICE.names());
      definition(block)
          .ifPresent(
              definition -> {
                String before = paths.putIfAbsent(definition.name(), block.path());
                if (before != null) {
                  block.problem(
                      SliceKeys.SLICE_NAME,
                      "a name that " + before + " does not have already",
                      definition.name());
                }
                definitions.add(definition);
              });
    }
    return new SliceSettings(definitions, evaluate.one(EvaluateKeys.MIN_SLICE).orElse(1));
  }

  private static Optional<SliceDefinition> definition(BlockReader block) {
    Optional<String> name = block.one(SliceKeys.SLICE_NAME);
    List<String> cross = block.many(SliceKeys.CROSS);
    Optional<String> sql = block.has(SliceKeys.SQL) ? block.one(SliceKeys.SQL) : Optional.empty();
    if (block.has(SliceKeys.SQL) == block.has(SliceKeys.CROSS)) {
      block.problem(
          SliceKeys.SQL, "either sql or cross", block.has(SliceKeys.SQL) ? "both" : Found.NOTHING);
      return Optional.empty();
    }
    if (sql.isPresent()) {
      return sql(block, name, sql.get());
    }
    if (block.has(SliceKeys.CROSS) && new HashSet<>(cross).size() < Math.max(2, cross.size())) {
      block.problem(
          SliceKeys.CROSS, "two or more different slice columns", String.join(", ", cross));
    }
    return cross.isEmpty()
        ? Optional.empty()
        : Optional.of(SliceDefinition.ofCross(name.orElse(null), cross));
  }

  private static Optional<SliceDefinition> sql(
      BlockReader block, Optional<String> name, String sql) {
    Optional<Refusal> refusal = SliceDefinition.refusal(sql);
    refusal.ifPresent(refused -> block.problem(SliceKeys.SQL, refused.expected(), refused.found()));
    if (name.isEmpty() && !block.has(SliceKeys.SLICE_NAME)) {
      block.problem(SliceKeys.SLICE_NAME, "a name for the slices of an expression", Found.NOTHING);
    }
    return name.filter(unused -> refusal.isEmpty()).map(n -> SliceDefinition.ofSql(n, sql));
  }
}
