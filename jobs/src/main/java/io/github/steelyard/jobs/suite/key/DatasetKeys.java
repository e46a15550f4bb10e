package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import java.util.List;

/**
 * Keys of a data set, in suite and family files. Those of its format are declared by the format.
 */
public final class DatasetKeys {
  public static final int MOST_CLASSES = 1_000_000;
  public static final Key<String> NAME =
      Key.required("name", Kind.NAME, "names it in every table and message");
  public static final Key<String> FORMAT =
      Key.required("format", Kind.TEXT, "the format of its files; its options are keys beside it");
  public static final Key<String> LABELS =
      Key.optional("labels", Kind.TEXT, "the class names, in the order of their indices");
  public static final Key<Integer> CLASSES =
      Key.optional(
          "classes",
          Kind.count(2, MOST_CLASSES),
          "instead of labels: that many classes, each named after its index");
  public static final Key<LabelValues> LABEL_VALUES =
      Key.optional(
          "label_values",
          Kind.lowerCase(List.of(LabelValues.values())),
          "whether labels are class names or indices");
  public static final Key<String> TRAIN_SPLIT =
      Key.optional("train_split", Kind.NAME, "the split that models were trained on");
  public static final Key<Void> SPLITS =
      Key.required(
          "splits",
          Kind.block("a mapping of split names to options"),
          "the parts of the data set, each with the format's options");
  public static final Block DATASET =
      Block.of(NAME, FORMAT, LABELS, CLASSES, LABEL_VALUES, TRAIN_SPLIT, SPLITS);
  public static final Key<String> RELATIVE_OF =
      Key.optional(
          "relative_of",
          Kind.TEXT,
          "the data set and split, as mnist/test, that this one is another domain of");
  public static final Key<String> FOREIGN_TO =
      Key.optional(
          "foreign_to",
          Kind.TEXT,
          "the data set and split, as mnist/test, whose models this one is foreign to");

  /** What a suite may say of its data sets beside {@link #DATASET}. */
  public static final Block RELATIVE = Block.of(RELATIVE_OF, FOREIGN_TO);

  private DatasetKeys() {}
}
