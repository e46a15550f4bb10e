package io.github.steelyard.engine.metric.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.Evidence;
import io.github.steelyard.engine.statistics.GroupBootstrap;
import io.github.steelyard.engine.statistics.Interval;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaledBootstrapTest {
  private static final double[] DRAWS =
      new Random(5).doubles(200).map(uniform -> 1 + uniform / 4).toArray();

  private static Evidence evidence(int groups, double[] draws) {
    return new Evidence(0.95, false, null).withDraws(groups, draws);
  }

  @Test
  void theIntervalIsThatOfTheLogarithmsCarriedBack() {
    double[] logarithms = Arrays.stream(DRAWS).map(Math::log).toArray();
    Interval onScale =
        Objects.requireNonNull(
            GroupBootstrap.interval(Math.log(1.1), logarithms, 30, 0.95).interval());

    Interval found =
        Objects.requireNonNull(
            new ScaledBootstrap(Scale.LOGARITHM, 40).interval(1.1, evidence(30, DRAWS)).interval());

    assertThat(found.lower()).isCloseTo(Math.exp(onScale.lower()), within(1e-12));
    assertThat(found.upper()).isCloseTo(Math.exp(onScale.upper()), within(1e-12));
    assertThat(found.method()).isEqualTo("bootstrap");
  }

  @Test
  void whereItCannotBeSureItSaysWhy() {
    ScaledBootstrap ofFew = new ScaledBootstrap(Scale.LOGARITHM, 4);
    assertThat(ofFew.needsDraws()).isFalse();
    assertThat(ofFew.interval(1.1, evidence(30, DRAWS)).reason())
        .isEqualTo("too few: 4 events on one side, at least 5 are needed");
    ScaledBootstrap method = new ScaledBootstrap(Scale.LOGARITHM, 40);
    assertThat(method.needsDraws()).isTrue();
    assertThat(method.interval(1.1, evidence(19, DRAWS)).reason())
        .isEqualTo("too few: 19 groups with examples, at least 20 are needed");
    assertThat(method.interval(1.1, new Evidence(0.95, false, null)).reason())
        .isEqualTo("undefined in one of the draws of groups");
    double[] withZero = DRAWS.clone();
    withZero[7] = 0;
    assertThat(method.interval(1.1, evidence(30, withZero)).reason())
        .isEqualTo("an error of 0 has no logarithm");
    assertThat(method.interval(0, evidence(30, DRAWS)).reason())
        .isEqualTo("an error of 0 has no logarithm");
    assertThat(method.ofDifference().interval(0.1, evidence(30, DRAWS)).reason())
        .isEqualTo("not smooth: of one model's values only there are intervals");
  }

  @Test
  void whatDiffersByMoreThanNumbersCanHasNoInterval() {
    double[] far = new double[200];
    Arrays.setAll(far, draw -> draw % 2 == 0 ? 1e-300 : 1e300);
    assertThat(new ScaledBootstrap(Scale.LOGARITHM, 40).interval(1, evidence(20, far)).reason())
        .isEqualTo("too wide for a number");
  }
}
