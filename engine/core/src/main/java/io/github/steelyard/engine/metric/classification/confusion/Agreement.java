package io.github.steelyard.engine.metric.classification.confusion;

import java.util.stream.IntStream;

/** When labels and predictions vary enough to agree by more than chance. */
final class Agreement {
  private Agreement() {}

  /** True where at most one class has any weight. */
  static boolean oneClass(ConfusionState.Sums sums, int classes) {
    return IntStream.range(0, classes).filter(index -> sums.weight(index) > 0).count() <= 1;
  }
}
