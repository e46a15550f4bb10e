package io.github.steelyard.engine.dl4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
  private static final int[] ALL = IntStream.range(0, 100).toArray();

  @Test
  void showsEveryExampleOnceInEachEpoch() {
    EpochOrder order = new EpochOrder(100, 5);
    assertThat(order.next().clone()).containsExactlyInAnyOrder(ALL);
    assertThat(order.next().clone()).containsExactlyInAnyOrder(ALL);
  }

  @Test
  void changesFromEpochToEpochAndFromSeedToSeed() {
    EpochOrder order = new EpochOrder(100, 5);
    int[] first = order.next().clone();
    assertThat(first).isNotEqualTo(ALL);
    assertThat(order.next().clone()).isNotEqualTo(first);
    assertThat(new EpochOrder(100, 6).next()).isNotEqualTo(first);
    assertThat(new EpochOrder(100, 5).next()).isEqualTo(first);
  }
}
