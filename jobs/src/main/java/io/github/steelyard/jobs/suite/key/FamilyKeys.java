package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.document.Variables;
import java.util.List;

/** All keys of a family file, besides those that it shares with suites. */
public final class FamilyKeys {
  public static final Key<String> ENGINE =
      Key.otherwise("dl4j", "engine", Kind.TEXT, "the engine that trains the models");
  public static final Key<Void> DATASET =
      Key.required(
          "dataset",
          Kind.block("a mapping with the data set"),
          "what models are trained on: its train_split, by default train");

  public static final Key<String> ARCHITECTURE =
      Key.optional("architecture", Kind.TEXT, "the architecture; required, here or in axes");
  public static final Key<Integer> WIDTH =
      Key.otherwise(
          32,
          "width",
          Kind.count(1, 65_536),
          "units of a hidden layer, or channels of the first block");
  public static final Key<Integer> DEPTH =
      Key.otherwise(2, "depth", Kind.count(1, 1000), "hidden layers, or convolutions");
  public static final Key<Long> EXAMPLES =
      Key.otherwise(
          0L,
          "examples",
          Kind.wholeNumber(0, 1L << 40),
          "that many of the training split's examples, a random sample; 0 means all");
  public static final Key<Integer> EPOCHS =
      Key.otherwise(5, "epochs", Kind.count(1, 100_000), "passes over the examples");
  public static final Key<Long> SEEDS =
      Key.otherwise(
          List.of(1L, 2L, 3L),
          "seeds",
          Kind.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
          "each model is trained once for each, to tell luck from size");
  public static final Key<Double> LEARNING_RATE =
      Key.otherwise(
          0.001,
          "learning_rate",
          Kind.NUMBER.where("a number above 0, at most 100", rate -> rate > 0 && rate <= 100),
          "Adam's");
  public static final Key<Integer> BATCH_SIZE =
      Key.otherwise(64, "batch_size", Kind.count(1, 65_536), "examples in a step");
  public static final Key<Boolean> RESIDUAL =
      Key.otherwise(false, "residual", Kind.FLAG, "shortcuts around blocks");
  public static final Key<Boolean> BATCH_NORMALIZATION =
      Key.otherwise(
          false, "batch_normalization", Kind.FLAG, "after each convolution or dense layer");
  public static final Key<Double> DROPOUT =
      Key.otherwise(
          0.0,
          "dropout",
          Kind.NUMBER.where("a number from 0 to below 1", share -> share >= 0 && share < 1),
          "share of activations dropped before the classifier");

  /** Each takes one value or a list of them. */
  public static final Block AXES =
      Block.of(
          ARCHITECTURE,
          WIDTH,
          DEPTH,
          EXAMPLES,
          EPOCHS,
          SEEDS,
          LEARNING_RATE,
          BATCH_SIZE,
          RESIDUAL,
          BATCH_NORMALIZATION,
          DROPOUT);

  public static final Key<Void> AXES_KEY =
      Key.optional(
          "axes",
          Kind.block("a mapping of axes to values"),
          "one model for each combination of the values");
  public static final Key<Void> MODELS =
      Key.optional(
          "models",
          Kind.block("a list of axes"),
          "axes that go before those of axes; each entry is combined on its own");
  public static final Block FAMILY =
      Block.of(
          DatasetKeys.NAME,
          ENGINE,
          SuiteKeys.TASK,
          Variables.KEY,
          DATASET,
          PreprocessingKeys.PREPROCESSING_KEY,
          AXES_KEY,
          MODELS);

  /** Every block of a family file, for the test of the documentation. */
  public static final List<Block> BLOCKS =
      List.of(FAMILY, Variables.BLOCK, DatasetKeys.DATASET, PreprocessingKeys.PREPROCESSING, AXES);

  private FamilyKeys() {}
}
