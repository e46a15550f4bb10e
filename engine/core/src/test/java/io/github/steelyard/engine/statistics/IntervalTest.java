package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void wilsonMeetsThePublishedFigures() {
    Interval first = Wilson.interval(81, 263, 0.95);
    assertThat(first.lower()).isCloseTo(0.2553, within(5e-5));
    assertThat(first.upper()).isCloseTo(0.3662, within(5e-5));
    Interval none = Wilson.interval(0, 20, 0.95);
    assertThat(none.lower()).isEqualTo(0);
    assertThat(none.upper()).isCloseTo(0.1611, within(5e-5));
    Interval all = Wilson.interval(20, 20, 0.95);
    assertThat(all.lower()).isCloseTo(1 - 0.1611, within(5e-5));
    assertThat(all.upper()).isEqualTo(1);
  }

  @Test
  void wilsonRefusesWhatIsNoProportion() {
    assertThatThrownBy(() -> Wilson.interval(0, 0, 0.95))
        .hasMessage("Cannot take an interval of 0 successes in 0 trials");
    assertThatThrownBy(() -> Wilson.interval(3, 2, 0.95))
        .hasMessage("Cannot take an interval of 3 successes in 2 trials");
    assertThatThrownBy(() -> Wilson.interval(1, 2, Double.NaN))
        .hasMessage("Cannot use a confidence of NaN: expected above 0 and below 1");
  }

  @Test
  void theJackknifeOfAMeanIsStudentsIntervalOfTheGroups() {
    // For a mean of equal groups the jackknife is exact: the standard error of the groups' means.
    int groups = 25;
    double[] means = new Random(5).doubles(groups).toArray();
    double mean = IntStream.range(0, groups).mapToDouble(i -> means[i]).average().orElseThrow();
    double variance = 0;
    for (double value : means) {
      variance += (value - mean) * (value - mean) / (groups - 1);
    }
    double[] without = new double[groups];
    for (int i = 0; i < groups; i++) {
      without[i] = (mean * groups - means[i]) / (groups - 1);
    }
    double t = 2.0638985616280205; // Student's t, 24 degrees of freedom, 97.5 %: scipy.stats.t.ppf

    Interval interval = Objects.requireNonNull(Jackknife.interval(mean, without, 0.95).interval());

    double half = t * Math.sqrt(variance / groups);
    assertThat(interval.lower()).isCloseTo(mean - half, within(1e-9));
    assertThat(interval.upper()).isCloseTo(mean + half, within(1e-9));
    assertThat(interval.method()).isEqualTo("jackknife");
  }

  @Test
  void fewerThanTwentyGroupsAreTooFew() {
    assertThat(Jackknife.interval(0.5, new double[19], 0.95).reason())
        .isEqualTo("too few: 19 groups with examples, at least 20 are needed");
    assertThat(Jackknife.interval(0.5, new double[20], 0.95).interval()).isNotNull();
  }

  @Test
  void theDifferenceOfIndependentProportionsMeetsNewcombesExample() {
    // Newcombe (1998), table II, method 10, 56/70 - 48/80.
    Interval difference =
        IndependentDifference.interval(
            56 / 70.0, Wilson.interval(56, 70, 0.95), 48 / 80.0, Wilson.interval(48, 80, 0.95));
    assertThat(difference.lower()).isCloseTo(0.0524, within(5e-5));
    assertThat(difference.upper()).isCloseTo(0.3339, within(5e-5));
    assertThat(difference.method()).isEqualTo("mover");
  }

  @Test
  void intervalsOfOtherConfidencesAreNotJoined() {
    assertThatThrownBy(
            () ->
                IndependentDifference.interval(
                    0.5, Wilson.interval(5, 10, 0.9), 0.5, Wilson.interval(5, 10, 0.95)))
        .hasMessage("Cannot join intervals of confidence 0.9 and 0.95");
  }

  @Test
  void anIntervalIsCutToItsRange() {
    Interval wide = new Interval(-0.5, 1.5, "jackknife", 0.95);
    assertThat(wide.within(0, 1)).isEqualTo(new Interval(0, 1, "jackknife", 0.95));
    assertThatThrownBy(() -> new Interval(Double.NaN, 1, "jackknife", 0.95))
        .hasMessage("Cannot make an interval from NaN to 1.0: expected finite bounds");
  }

  @Test
  void groupsThatSpreadUnequallyHaveFewerDegreesOfFreedom() {
    double[] alike = IntStream.range(0, 30).mapToDouble(i -> i % 2).toArray();
    assertThat(Jackknife.degreesOfFreedom(alike)).isEqualTo(29);
    assertThat(Jackknife.degreesOfFreedom(new double[30])).isEqualTo(29);
    double[] few = new double[30];
    few[0] = 1e-200;
    // One group makes all of it: k = 29 - 1 + 1 / 29 of 30 groups.
    assertThat(Jackknife.degreesOfFreedom(few))
        .isCloseTo(2 / ((28 + 1 / 29.0) / 30 - 27 / (30.0 * 29)), within(1e-9));
  }

  @Test
  void theReachOfAnIntervalGrowsWithFewerDegreesOfFreedom() {
    double[] without = IntStream.range(0, 30).mapToDouble(i -> i % 2).toArray();
    // scipy.stats.t.ppf(0.975, [29, 6.5])
    assertThat(Jackknife.reach(without, 29, 0.95) / Jackknife.standardError(without))
        .isCloseTo(2.045229642132703, within(1e-7));
    assertThat(Jackknife.reach(without, 6.5, 0.95) / Jackknife.standardError(without))
        .isCloseTo(2.402002006767245, within(1e-7));
  }
}
