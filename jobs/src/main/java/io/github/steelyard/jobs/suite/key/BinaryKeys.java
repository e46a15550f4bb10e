package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;

/** Keys of a yes-or-no question. */
public final class BinaryKeys {
  /** What holds for two classes where a suite says nothing. */
  public static final BinarySettings USUAL = BinarySettings.of(1);

  public static final Key<String> POSITIVE =
      Key.optional(
          "positive",
          Kind.TEXT,
          "the class that means yes, by its name; of two classes by default the second one");
  public static final Key<Double> THRESHOLD =
      Key.otherwise(
          USUAL.threshold(),
          "threshold",
          Kind.NUMBER.where("a number from 0 to 1", number -> number >= 0 && number <= 1),
          "the least score of that class for which an example is taken for positive");
  public static final Key<Double> BETA =
      Key.otherwise(
          USUAL.beta(),
          "beta",
          Kind.NUMBER.where("a number above 0", number -> number > 0),
          "how many times as important as precision recall is in binary-f-beta");
  private static final Kind<Double> LEVEL =
      Kind.NUMBER.where("a number above 0, up to 1", number -> number > 0 && number <= 1);
  public static final Key<Double> AT_RECALL =
      Key.otherwise(
          USUAL.recall(), "at_recall", LEVEL, "the least recall that precision-at-recall asks for");
  public static final Key<Double> AT_PRECISION =
      Key.otherwise(
          USUAL.precision(),
          "at_precision",
          LEVEL,
          "the least precision that recall-at-precision asks for");
  public static final Block BINARY = Block.of(POSITIVE, THRESHOLD, BETA, AT_RECALL, AT_PRECISION);

  private BinaryKeys() {}
}
