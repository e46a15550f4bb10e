package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalPValueTest {
  private static Interval interval(double lower, double upper, double confidence) {
    return new Interval(lower, upper, "some", confidence);
  }

  @Test
  void theBoundOnTheSideOfZeroDecides() {
    // scripts/oracles/slices_and_domains.py
    assertThat(IntervalPValue.normal(0.1, interval(-0.02, 0.25, 0.95)).orElseThrow())
        .isCloseTo(0.10240521879520073, within(1e-12));
    assertThat(IntervalPValue.student(-0.3, interval(-0.5, -0.05, 0.9), 24).orElseThrow())
        .isCloseTo(0.05112150068178367, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.95, 0.99})
  void anIntervalThatEndsAtZeroHasTheLevelAsPValue(double confidence) {
    Interval above = interval(0, 3, confidence);
    Interval below = interval(-2, 0, confidence);
    assertThat(IntervalPValue.normal(1, above).orElseThrow())
        .isCloseTo(1 - confidence, within(1e-12));
    assertThat(IntervalPValue.student(-1, below, 30).orElseThrow())
        .isCloseTo(1 - confidence, within(1e-12));
  }

  @Test
  void noDifferenceIsNoEvidenceAndNoWidthNoTest() {
    assertThat(IntervalPValue.normal(0, interval(-1, 1, 0.95)).orElseThrow()).isEqualTo(1);
    assertThat(IntervalPValue.normal(0.5, interval(0.5, 0.5, 0.95))).isEmpty();
  }
}
