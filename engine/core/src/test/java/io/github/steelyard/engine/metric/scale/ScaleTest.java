package io.github.steelyard.engine.metric.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  /** Of scipy.special.logit, numpy.log and numpy.arctanh. */
  @ParameterizedTest
  @CsvSource({
    "LOGIT, 0.9, 2.1972245773362196",
    "LOGIT, 1e-12, -27.63102111592755",
    "LOGARITHM, 250, 5.521460917862246",
    "FISHER_Z, -0.5, -0.5493061443340548"
  })
  void aValueGoesToTheScaleAndBack(Scale scale, double value, double scaled) {
    assertThat(scale.holds(value)).isTrue();
    assertThat(scale.to(value)).isCloseTo(scaled, within(1e-12));
    assertThat(scale.back(scale.to(value))).isCloseTo(value, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIT, 0, 0 and 1 have no finite logit",
    "LOGIT, 1, 0 and 1 have no finite logit",
    "LOGARITHM, 0, an error of 0 has no logarithm",
    "FISHER_Z, 1, a perfect correlation has no finite z"
  })
  void aValueWithoutAPlaceOnTheScaleSaysWhy(Scale scale, double value, String reason) {
    assertThat(scale.holds(value)).isFalse();
    assertThat(scale.reason()).isEqualTo(reason);
  }
}
