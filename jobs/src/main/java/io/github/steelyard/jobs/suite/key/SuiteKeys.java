package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.document.Variables;
import java.util.List;

/** The outermost keys of a suite file, and all of its blocks. */
public final class SuiteKeys {
  public static final Key<String> TASK =
      Key.otherwise("classification", "task", Kind.TEXT, "what the models are asked to do");
  public static final Key<Void> DATASETS =
      Key.required("datasets", Kind.block("a list of data sets"), "what models are evaluated on");
  public static final Key<Void> MODELS =
      Key.required("models", Kind.block("a list of models or families"), "what is evaluated");
  public static final Key<Void> DEFAULTS =
      Key.optional(
          "defaults",
          Kind.block("a mapping of model keys to their values"),
          "what holds for every model that does not say otherwise");
  public static final Key<Void> EVALUATE_KEY =
      Key.optional(
          "evaluate",
          Kind.block("a mapping with the evaluation's keys"),
          "how models are evaluated");
  public static final Block SUITE =
      Block.of(DatasetKeys.NAME, TASK, Variables.KEY, DATASETS, DEFAULTS, MODELS, EVALUATE_KEY);

  /** Every block of a suite file, for the test of the documentation. */
  public static final List<Block> BLOCKS =
      List.of(
          SUITE,
          Variables.BLOCK,
          DatasetKeys.DATASET,
          ModelKeys.MODEL_DEFAULTS,
          ModelKeys.MODEL,
          PreprocessingKeys.MODEL_PREPROCESSING,
          PreprocessingKeys.INPUT_PREPROCESSING,
          ModelKeys.MODEL_FAMILY,
          EvaluateKeys.EVALUATE,
          BinaryKeys.BINARY,
          SliceKeys.SLICE,
          DatasetKeys.RELATIVE);

  private SuiteKeys() {}
}
