package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StratifiedSampleTest {
  @Test
  void quotasKeepTheSharesAndAddUpToTheLimit() {
    assertThat(StratifiedSample.quotas(List.of(50L, 30L, 20L), 10)).containsExactly(5, 3, 2);
    assertThat(StratifiedSample.quotas(List.of(50L, 25L, 25L), 10)).containsExactly(5, 3, 2);
    assertThat(StratifiedSample.quotas(List.of(1L, 0L, 999L), 1)).containsExactly(0, 0, 1);
    long[] quotas = StratifiedSample.quotas(List.of(7L, 11L, 13L, 1L, 5L), 17);
    assertThat(LongStream.of(quotas).sum()).isEqualTo(17);
  }

  @Test
  void quotasOfManyExamplesDoNotOverflow() {
    long many = 4_000_000_000_000L;
    assertThat(StratifiedSample.quotas(List.of(many, many), many))
        .containsExactly(many / 2, many / 2);
  }
}
