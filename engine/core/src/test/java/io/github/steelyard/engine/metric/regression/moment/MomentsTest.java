package io.github.steelyard.engine.metric.regression.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.regression.RegressionRows;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;
import java.util.Random;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static MomentState state(double[] targets, double[] predictions, double weight) {
    MomentState state = new MomentState();
    for (int i = 0; i < targets.length; i++) {
      state.add(targets[i], predictions[i], weight);
    }
    return state;
  }

  private static double number(MomentMetric metric, MomentState state) {
    Value value = metric.value(state.moments());
    return value.number();
  }

  @Test
  void deviationsThatAreTinyBesideTheirMeanAreNotLost() {
    // Neighbouring doubles around 2^50: their squares have no digit left for the differences.
    double mean = 0x1p50;
    double[] targets = {mean, mean + 1, mean + 2, mean + 3};
    double[] predictions = {mean, mean + 1, mean + 2, mean + 4};
    for (double weight : new double[] {1, 0.1, 3}) {
      MomentState state = state(targets, predictions, weight);
      assertThat(number(new RSquared(), state)).isCloseTo(1 - 1 / 5.0, within(1e-15));
      assertThat(number(new ExplainedVariance(), state)).isCloseTo(1 - 0.75 / 5, within(1e-15));
      assertThat(number(new PearsonCorrelation(), state))
          .isCloseTo(6.5 / Math.sqrt(5 * 8.75), within(1e-15));
    }
  }

  @Test
  void whatDoesNotDeviateIsUndefinedForAnyNumberAndWeight() {
    double[] equal = {0.1, 0.1, 0.1};
    double[] different = {1, 2, 4};
    for (double weight : new double[] {1, 0.1, 1e-9, 3e7}) {
      MomentState ofTargets = state(equal, different, weight);
      for (MomentMetric metric :
          List.of(new RSquared(), new ExplainedVariance(), new PearsonCorrelation())) {
        assertThat(metric.value(ofTargets.moments()).undefined())
            .isEqualTo("all targets are equal");
      }
      MomentState ofPredictions = state(different, equal, weight);
      assertThat(new PearsonCorrelation().value(ofPredictions.moments()).undefined())
          .isEqualTo("all predictions are equal");
      assertThat(new RSquared().value(ofPredictions.moments()).undefined()).isNull();
    }
    assertThat(new RSquared().value(state(different, equal, 0).moments()).undefined())
        .isEqualTo("no scored examples with a weight above 0");
    assertThat(new RSquared().value(new MomentState().moments()).undefined())
        .isEqualTo("no scored examples");
  }

  @Test
  void theLargestAndTheSmallestFloatsAreNoOverflow() {
    double large = Float.MAX_VALUE;
    double[] targets = {-large, large, 0, Float.MIN_VALUE};
    double[] predictions = {large, -large, 1, 2};
    MomentState state = state(targets, predictions, 1e6);
    assertThat(number(new RootMeanSquaredError(), state)).isFinite();
    assertThat(number(new PearsonCorrelation(), state)).isCloseTo(-1, within(1e-15));
  }

  private static Estimate estimate(String metric, double noise, int groups) {
    Random random = new Random(7);
    RowBlock examples = RegressionRows.examples(new double[2_000]);
    float[] predictions = new float[2_000];
    for (int row = 0; row < predictions.length; row++) {
      predictions[row] = (float) random.nextGaussian();
      examples.doubles("target")[row] = predictions[row] + noise * random.nextGaussian();
      examples.ints(ExampleColumns.GROUP.name())[row] = row % groups;
    }
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(RegressionTask.NAME, List.of(metric)),
            new MetricSettings(RegressionRows.METRIC_SETTINGS.labels(), false));
    scorecard.add(examples, RegressionRows.outcomes(examples, predictions));
    return scorecard.estimates(0.95).get(0).estimate();
  }

  @Test
  void theIntervalOfACorrelationIsThatOfItsZ() {
    // Of 2,000 normal pairs the standard error of z is 1 / sqrt(1997).
    for (double noise : new double[] {0.1, 1, 10}) {
      Estimate estimate = estimate("pearson-correlation", noise, 100);
      Interval interval = estimate.uncertainty().interval();
      double z = FastMath.atanh(estimate.number());
      assertThat(interval.method()).isEqualTo("jackknife");
      assertThat(FastMath.atanh(interval.upper()) - z)
          .isCloseTo(z - FastMath.atanh(interval.lower()), within(1e-9))
          .isCloseTo(1.98 / Math.sqrt(1997), within(0.012));
      assertThat(interval.upper()).isLessThan(1);
    }
  }

  @Test
  void theIntervalOfAnErrorReachesAsManyTimesAboveAsBelow() {
    for (String metric : List.of("root-mean-squared-error", "mean-absolute-error")) {
      Estimate estimate = estimate(metric, 1, 100);
      Interval interval = estimate.uncertainty().interval();
      assertThat(interval.upper() / estimate.number())
          .isCloseTo(estimate.number() / interval.lower(), within(1e-12))
          .isBetween(1.01, 1.06);
    }
  }

  @Test
  void aValueWithoutAnIntervalSaysWhy() {
    assertThat(estimate("pearson-correlation", 0, 100).uncertainty().reason())
        .isEqualTo("a perfect correlation has no finite z");
    assertThat(estimate("pearson-correlation", 1, 10).uncertainty().reason())
        .isEqualTo("too few: 10 groups with examples, at least 20 are needed");
    assertThat(estimate("mean-squared-error", 0, 100).uncertainty().reason())
        .isEqualTo("an error of 0 has no logarithm");
  }
}
