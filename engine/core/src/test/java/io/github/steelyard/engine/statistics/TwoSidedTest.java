package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class TwoSidedTest {
  @Test
  void farOutThePValueKeepsItsDigits() {
    // Both tails of Cauchy's distribution beyond t are 2 atan(1 / t) / pi.
    for (double t : new double[] {10, 1e3, 1e6, 1e9}) {
      assertThat(TwoSided.pValue(new TDistribution(1), t))
          .isCloseTo(2 * Math.atan(1 / t) / Math.PI, withinPercentage(1e-6));
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
