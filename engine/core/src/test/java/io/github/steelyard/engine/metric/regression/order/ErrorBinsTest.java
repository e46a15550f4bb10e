package io.github.steelyard.engine.metric.regression.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.ranking.Bounded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorBinsTest {
  @Test
  void everyErrorLiesInItsBinAndBinsAreNarrow() {
    Random random = new Random(11);
    for (int i = 0; i < 10_000; i++) {
      double error = Math.scalb(1 + random.nextDouble(), random.nextInt(256) - 126);
      int bin = ErrorBins.bin(error);
      assertThat(error)
          .isGreaterThanOrEqualTo(ErrorBins.lower(bin))
          .isLessThan(ErrorBins.upper(bin));
      if (bin > 1) {
        assertThat(ErrorBins.upper(bin) / ErrorBins.lower(bin)).isLessThanOrEqualTo(1 + 1 / 64.0);
      }
    }
  }

  @Test
  void theEndsAreReachedAndNoNumberOfTwoFloatsLiesBeyond() {
    assertThat(ErrorBins.bin(0)).isZero();
    assertThat(ErrorBins.upper(0)).isZero();
    assertThat(ErrorBins.bin(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(ErrorBins.bin(0x1p-126)).isEqualTo(1);
    assertThat(ErrorBins.lower(1)).isZero();
    double largest = 2 * (double) Float.MAX_VALUE;
    assertThat(ErrorBins.bin(largest)).isLessThan(ErrorBins.COUNT);
    assertThat(ErrorBins.upper(ErrorBins.bin(largest))).isGreaterThan(largest);
    assertThat(ErrorBins.bin(1e300)).isEqualTo(ErrorBins.COUNT - 1);
  }

  @Test
  void theMedianIsWithinItsBoundWhicheverWeightsThereAre() {
    Random random = new Random(13);
    for (int count = 1; count < 60; count++) {
      double[] errors = random.doubles(count, 0, 1).map(x -> x * x * x).toArray();
      ErrorBinState state = new ErrorBinState();
      double weight = 0.1 + random.nextInt(3);
      for (double error : errors) {
        state.add(error, weight);
        state.add(5, 0);
      }
      Arrays.sort(errors);
      double median = (errors[(count - 1) / 2] + errors[count / 2]) / 2;
      Bounded binned = state.median();
      assertThat(binned.value()).isCloseTo(median, within(binned.error()));
      assertThat(binned.error()).isLessThanOrEqualTo(binned.value() / 64);
    }
  }
}
