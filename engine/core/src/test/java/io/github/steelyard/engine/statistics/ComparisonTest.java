package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @Test
  void mcNemarMeetsThePublishedFigures() {
    DiscordantPairs agresti = new DiscordantPairs(150, 86, 1600);
    assertThat(McNemar.statistic(agresti)).isCloseTo(17.3559, within(5e-5));
    assertThat(McNemar.exact(agresti)).isCloseTo(3.716e-5, within(5e-9));
    assertThat(McNemar.exact(new DiscordantPairs(10, 2, 12))).isCloseTo(0.03857, within(5e-6));
    assertThat(McNemar.exact(new DiscordantPairs(0, 6, 6))).isCloseTo(0.03125, within(1e-15));
  }

  @Test
  void withoutDiscordantPairsTangosIntervalHasItsClosedForm() {
    double z = 1.959963984540054; // scipy.stats.norm.ppf(0.975)
    Interval interval = Tango.interval(new DiscordantPairs(0, 0, 50), 0.95);
    assertThat(interval.upper()).isCloseTo(z * z / (50 + z * z), within(1e-12));
    assertThat(interval.lower()).isEqualTo(-interval.upper());
    assertThat(interval.method()).isEqualTo("tango");
  }

  @Test
  void exchangedModelsHaveTheExchangedInterval() {
    Interval one = Tango.interval(new DiscordantPairs(17, 4, 300), 0.9);
    Interval other = Tango.interval(new DiscordantPairs(4, 17, 300), 0.9);
    assertThat(other.lower()).isEqualTo(-one.upper());
    assertThat(other.upper()).isEqualTo(-one.lower());
  }

  @Test
  void whatAreNoPairsIsRefused() {
    assertThatThrownBy(() -> new DiscordantPairs(3, 2, 4))
        .hasMessage(
            "Cannot compare 3 hits of the first alone and 2 of the second alone in 4 pairs");
    assertThatThrownBy(() -> new DiscordantPairs(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MultipleTests.holm(new double[] {0.5, Double.NaN}))
        .hasMessage("Cannot adjust a p-value of NaN: expected 0 to 1");
  }

  @Test
  void aPairedDifferenceLosesWhatBothModelsShare() {
    Random random = new Random(7);
    double[] shared = random.doubles(30).toArray();
    double[] one = Arrays.stream(shared).map(value -> value + 0.25).toArray();
    Interval same =
        Objects.requireNonNull(Jackknife.ofDifference(0.75, one, 0.5, shared, 0.95).interval());
    assertThat(same.lower()).isCloseTo(0.25, within(1e-12));
    assertThat(same.upper()).isCloseTo(0.25, within(1e-12));

    double[] other = random.doubles(30).toArray();
    double[] differences = IntStream.range(0, 30).mapToDouble(i -> one[i] - other[i]).toArray();
    assertThat(Jackknife.ofDifference(0.75, one, 0.5, other, 0.95))
        .isEqualTo(Jackknife.interval(0.25, differences, 0.95));
    assertThatThrownBy(() -> Jackknife.ofDifference(0, new double[30], 0, new double[31], 0.95))
        .hasMessage("Cannot pair 30 groups with 31");
  }

  @Test
  void drawsDependOnTheSeedAlone() {
    int[][] draws = new GroupBootstrap(300, 11).draws(40);
    assertThat(draws).isDeepEqualTo(new GroupBootstrap(300, 11).draws(40));
    assertThat(Arrays.deepEquals(draws, new GroupBootstrap(300, 12).draws(40))).isFalse();
    assertThat(List.of(draws))
        .allSatisfy(draw -> assertThat(Arrays.stream(draw).sum()).isEqualTo(40));
    // A group is missing from a draw with probability (1 - 1/40)^40.
    long missing = Arrays.stream(draws).flatMapToInt(Arrays::stream).filter(n -> n == 0).count();
    assertThat(missing / 12_000.0).isCloseTo(Math.pow(1 - 1 / 40.0, 40), within(0.02));
  }

  @Test
  void theBootstrapOfAMeanIsAboutTheJackknife() {
    double[] means = new Random(3).doubles(60).toArray();
    GroupBootstrap bootstrap = new GroupBootstrap(4_000, 5);
    double[] replicates =
        Arrays.stream(bootstrap.draws(60))
            .mapToDouble(draw -> IntStream.range(0, 60).mapToDouble(g -> draw[g] * means[g]).sum())
            .map(sum -> sum / 60)
            .toArray();
    double mean = Arrays.stream(means).average().orElseThrow();
    double[] without = Arrays.stream(means).map(value -> (60 * mean - value) / 59).toArray();

    Interval ours =
        Objects.requireNonNull(GroupBootstrap.interval(mean, replicates, 60, 0.95).interval());
    Interval jackknife = Objects.requireNonNull(Jackknife.interval(mean, without, 0.95).interval());

    double width = jackknife.upper() - jackknife.lower();
    assertThat(ours.lower()).isCloseTo(jackknife.lower(), within(0.06 * width));
    assertThat(ours.upper()).isCloseTo(jackknife.upper(), within(0.06 * width));
    assertThat(GroupBootstrap.interval(mean, replicates, 19, 0.95).reason())
        .isEqualTo("too few: 19 groups with examples, at least 20 are needed");
    assertThatThrownBy(() -> new GroupBootstrap(99, 5))
        .hasMessage("Cannot take a standard error from 99 resamples: expected at least 100");
  }

  @Test
  void modelsShareAGroupExactlyIfTheyDoNotDiffer() {
    // Places 0-2 are tied, 1-3 are tied, 0 and 3 differ; 4 differs from all.
    assertThat(TieGroups.of(5, (a, b) -> a == 4 || b == 4 || (a == 0 && b == 3)))
        .hasToString("[{0, 1, 2}, {1, 2, 3}, {4}]");
    assertThat(TieGroups.of(3, (a, b) -> false)).hasToString("[{0, 1, 2}]");
    assertThat(TieGroups.of(3, (a, b) -> true)).hasToString("[{0}, {1}, {2}]");
    assertThat(TieGroups.of(0, (a, b) -> true)).isEmpty();

    for (long seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      boolean[][] differ = new boolean[8][8];
      for (int a = 0; a < 8; a++) {
        for (int b = a + 1; b < 8; b++) {
          differ[a][b] = random.nextInt(3) == 0;
        }
      }
      var groups = TieGroups.of(8, (a, b) -> differ[a][b]);
      for (int a = 0; a < 8; a++) {
        for (int b = a + 1; b < 8; b++) {
          int one = a;
          int other = b;
          assertThat(groups.stream().anyMatch(group -> group.get(one) && group.get(other)))
              .as("places %d and %d, seed %d", a, b, seed)
              .isEqualTo(!differ[a][b]);
        }
      }
    }
  }

  @Test
  void powerGoesThereAndBack() {
    for (long examples : new long[] {100, 2_000, 1_000_000}) {
      double difference =
          ProportionPower.pairedDifference(examples, 0.3, Significance.USUAL).orElseThrow();
      assertThat(ProportionPower.pairedExamples(difference * (1 + 1e-9), 0.3, Significance.USUAL))
          .isEqualTo(examples);
    }
    assertThat(ProportionPower.pairedDifference(50, 0.05, Significance.USUAL)).isEmpty();
    assertThat(ProportionPower.pairedDifference(50, 0, Significance.USUAL)).isEmpty();
    assertThat(ProportionPower.unpairedDifference(50, 0.97, Significance.USUAL)).isEmpty();
    assertThat(ProportionPower.unpairedDifference(50, 1, Significance.USUAL)).isEmpty();
  }

  @Test
  void aMeansPowerFollowsItsStandardError() {
    double both = 1.959963984540054 + 0.8416212335729143; // scipy.stats.norm.ppf
    assertThat(MeanPower.detectableDifference(0.1, Significance.USUAL))
        .isCloseTo(both * 0.1, within(1e-12));
    assertThat(MeanPower.examplesNeeded(-0.1, 0.1, 1_000, Significance.USUAL))
        .isEqualTo(Math.ceil(1_000 * both * both));
    assertThatThrownBy(() -> MeanPower.examplesNeeded(0, 0.1, 10, Significance.USUAL))
        .hasMessage("Cannot show a difference of 0.0: expected a finite one, not 0");
    assertThatThrownBy(() -> new Significance(0.05, Double.NaN))
        .hasMessage("Cannot ask for a power of NaN: expected above 0.5 and below 1");
  }

  @Test
  void mcNemarsPValuesStayWithinZeroAndOneHoweverLopsidedThePairs() {
    for (int few = 0; few < 60; few += 3) {
      for (int many = few + 1; many < 600; many += 7) {
        DiscordantPairs pairs = new DiscordantPairs(few, many, few + many);
        double midP = McNemar.midP(pairs);
        assertThat(midP).as(pairs.toString()).isBetween(0.0, McNemar.exact(pairs));
        assertThat(McNemar.exact(pairs)).isLessThanOrEqualTo(1);
      }
    }
  }

  /** Of scipy: {@code 2 * binom.cdf(k, n, .5)}, and that less {@code binom.pmf(k, n, .5)}. */
  @ParameterizedTest
  @CsvSource({
    "94, 0, 1.0097419586828951e-28, 5.048709793414476e-29",
    "94, 1, 9.592548607487504e-27, 4.846761401677888e-27",
    "300, 20, 7.925901329477695e-60, 4.243868294195361e-60",
    "7, 2, 0.453125, 0.2890625",
    "200001, 99000, 7.743338956752704e-06, 7.663151667937923e-06"
  })
  void verySmallPValuesKeepTheirDigits(int discordant, int fewer, double exact, double midP) {
    DiscordantPairs pairs = new DiscordantPairs(fewer, discordant - fewer, 1_000_000);
    assertThat(McNemar.exact(pairs)).isCloseTo(exact, withinPercentage(1e-6));
    assertThat(McNemar.midP(pairs)).isCloseTo(midP, withinPercentage(1e-6));
  }
}
