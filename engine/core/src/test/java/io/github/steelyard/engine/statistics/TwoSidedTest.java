package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class TwoSidedTest {
  @Test
  void noStatisticHasAPValueOutsideZeroAndOne() {
    for (int degrees = 1; degrees < 100; degrees++) {
      TDistribution distribution = new TDistribution(degrees);
      for (double statistic = -60; statistic <= 60; statistic += 0.0625) {
        assertThat(TwoSided.pValue(distribution, statistic))
            .as("t %s with %s degrees of freedom", statistic, degrees)
            .isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void bothTailsCount() {
    // The normal distribution's 0.975 quantile; t with one degree of freedom is Cauchy's.
    assertThat(TwoSided.pValue(new NormalDistribution(), 1.959963984540054))
        .isCloseTo(0.05, within(1e-12));
    assertThat(TwoSided.pValue(new TDistribution(1), -1)).isCloseTo(0.5, within(1e-12));
    assertThat(TwoSided.pValue(new NormalDistribution(), 0)).isEqualTo(1);
  }
}
