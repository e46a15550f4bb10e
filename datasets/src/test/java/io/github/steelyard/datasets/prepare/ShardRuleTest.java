package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShardRuleTest {
  @Test
  void aShardHoldsAtMost8192ExamplesAnd64MegabytesOfInputs() {
    assertThat(ShardRule.examplesPerShard(1)).isEqualTo(8192);
    assertThat(ShardRule.examplesPerShard(784)).isEqualTo(8192);
    assertThat(ShardRule.examplesPerShard(8192)).isEqualTo(8192);
    assertThat(ShardRule.examplesPerShard(8193)).isEqualTo(8191);
    assertThat(ShardRule.examplesPerShard(224 * 224 * 3)).isEqualTo(445);
    assertThat(ShardRule.examplesPerShard(64L << 20)).isEqualTo(1);
  }

  @Test
  void filesHoldOneShardEachUpTo1024AndNeverMoreThan64() {
    assertThat(ShardRule.shardsPerFile(1, 10)).isEqualTo(1);
    assertThat(ShardRule.shardsPerFile(10_240, 10)).isEqualTo(1);
    assertThat(ShardRule.shardsPerFile(10_241, 10)).isEqualTo(2);
    assertThat(ShardRule.shardsPerFile(20_480, 10)).isEqualTo(2);
    assertThat(ShardRule.shardsPerFile(20_481, 10)).isEqualTo(3);
    // A billion examples: thousands of files, not hundreds of thousands.
    assertThat(ShardRule.shardsPerFile(1_000_000_000L, 8192)).isEqualTo(64);
  }
}
