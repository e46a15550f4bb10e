package io.github.steelyard.bench.harness.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMedianIsTheMiddleOneOrTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(new double[] {9, 1, 2})).isEqualTo(new Spread(2, 1, 9));
    assertThat(Spread.of(new double[] {9, 1, 2, 4})).isEqualTo(new Spread(3, 1, 9));
    assertThat(Spread.of(new double[] {7})).isEqualTo(new Spread(7, 7, 7));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Spread.of(new double[] {1, Double.NaN}))
        .hasMessage("Cannot use a ratio of NaN");
    assertThatThrownBy(() -> Spread.of(new double[] {Double.POSITIVE_INFINITY}))
        .hasMessage("Cannot use a ratio of Infinity");
    assertThatThrownBy(() -> Spread.of(new double[0]))
        .hasMessage("Cannot tell the spread of no values");
  }
}
