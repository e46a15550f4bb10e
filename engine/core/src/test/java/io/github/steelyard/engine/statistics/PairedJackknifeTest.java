package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PairedJackknifeTest {
  /** The mean of one number for each group, without each group in turn. */
  private static PairedJackknife ofMean(double... numbers) {
    double sum = DoubleStream.of(numbers).sum();
    int groups = numbers.length;
    return new PairedJackknife(
        sum / groups,
        DoubleStream.of(numbers).map(number -> (sum - number) / (groups - 1)).toArray());
  }

  @Test
  void ofAMeanItIsTheTTestOfOneSample() {
    double[] numbers = new double[25];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.sin(i * i) + 0.3;
    }
    PairedJackknife jackknife = ofMean(numbers);
    // scipy.stats.ttest_1samp([math.sin(i * i) + .3 for i in range(25)], 0) and scipy.stats.sem
    assertThat(jackknife.pValue().orElseThrow()).isCloseTo(0.2238602123682551, within(1e-12));
    assertThat(jackknife.standardError()).isCloseTo(0.14404053970354802, within(1e-12));
  }

  @Test
  void groupsThatDifferAlikeAreCounted() {
    double[] numbers = new double[40];
    for (int i = 0; i < 7; i++) {
      numbers[i] = i % 2 == 0 ? 1e-90 : -1e-90;
    }
    assertThat(ofMean(numbers).effectiveGroups()).isCloseTo(7, within(1e-6));
    assertThat(ofMean(new double[40]).effectiveGroups()).isZero();
  }

  @Test
  void whatIsTheSameInEveryGroupIsNoDifference() {
    assertThat(ofMean(new double[30]).nowhere()).isTrue();
    assertThat(ofMean(new double[30]).pValue()).hasValue(1);
  }

  @Test
  void withoutSpreadOrGroupsThereIsNoPValue() {
    assertThat(
            new PairedJackknife(0.5, DoubleStream.generate(() -> 0.5).limit(30).toArray()).pValue())
        .isEmpty();
    double[] few = new double[19];
    few[3] = 1;
    assertThat(ofMean(few).pValue()).isEmpty();
    assertThat(ofMean(few).nowhere()).isFalse();
    assertThat(new PairedJackknife(0.5, new double[] {1}).standardError()).isZero();
  }
}
