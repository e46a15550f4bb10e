package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitStatusTest {
  @Test
  void whereNothingFailedAllIsDone() {
    assertThat(ExitStatus.of(3, 0)).isEqualTo(0);
    assertThat(ExitStatus.of(0, 0)).isEqualTo(0);
  }

  @Test
  void whereSomeFailedTheOthersAreDone() {
    assertThat(ExitStatus.of(1, 1)).isEqualTo(3);
    assertThat(ExitStatus.of(1, 1_000)).isEqualTo(3);
  }

  @Test
  void whereAllFailedNothingRan() {
    assertThat(ExitStatus.of(0, 2)).isEqualTo(4);
  }
}
