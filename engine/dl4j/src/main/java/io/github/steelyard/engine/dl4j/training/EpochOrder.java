package io.github.steelyard.engine.dl4j.training;

import java.util.SplittableRandom;

/** The order in which an epoch sees the examples: another one each epoch, decided by the seed. */
final class EpochOrder {
  private final SplittableRandom random;
  private final int[] order;

  EpochOrder(int examples, long seed) {
    random = new SplittableRandom(seed);
    order = new int[examples];
    for (int i = 0; i < examples; i++) {
      order[i] = i;
    }
  }

  /** Shuffles (Fisher and Yates); the array is this object's own. */
  int[] next() {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int example = order[i];
      order[i] = order[other];
      order[other] = example;
    }
    return order;
  }
}
