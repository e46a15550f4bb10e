package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing.Size;
import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import java.util.List;

/** Keys of what happens to an input on its way into a model. */
public final class PreprocessingKeys {
  public static final Key<Double> SCALE =
      Key.otherwise(1.0, "scale", Kind.NUMBER, "each number is multiplied by it first");
  public static final Key<Double> MEAN =
      Key.optional("mean", Kind.NUMBER, "then it is taken away: one for all channels, or for each");
  public static final Key<Double> STD =
      Key.optional(
          "std",
          Kind.NUMBER.where("a number above 0", number -> number > 0),
          "then it divides: one for all channels, or for each");
  public static final Key<Layout> LAYOUT =
      Key.otherwise(
          Layout.FLAT,
          "layout",
          Kind.choice(List.of(Layout.values())),
          "the order of an image's dimensions, FLAT for one dimension");
  public static final Key<Size> SIZE =
      Key.optional("size", Kind.SIZE, "images are scaled to height x width first");
  public static final Key<String> INPUT =
      Key.optional("input", Kind.TEXT, "the model's input, where it has more than one");
  public static final Block PREPROCESSING = Block.of(SCALE, MEAN, STD, LAYOUT, SIZE, INPUT);
  public static final Key<String> INPUT_NAME =
      Key.required("input", Kind.TEXT, "the model's input that it is for");
  public static final Key<String> FEATURES =
      Key.optional(
          "features",
          Kind.TEXT,
          "the features of a table's row that go into it, by default all of them");
  public static final Block INPUT_PREPROCESSING =
      Block.of(INPUT_NAME, FEATURES, SCALE, MEAN, STD, LAYOUT, SIZE);
  public static final Key<Void> INPUTS =
      Key.optional(
          "inputs",
          Kind.block("a list of inputs"),
          "what each input gets, where a model has more than one");
  public static final Block MODEL_PREPROCESSING =
      Block.of(SCALE, MEAN, STD, LAYOUT, SIZE, INPUT, INPUTS);
  public static final Key<Void> PREPROCESSING_KEY =
      Key.optional(
          "preprocessing",
          Kind.block("a mapping with the preprocessing"),
          "what happens to an input on its way into the model");

  private PreprocessingKeys() {}
}
