package io.github.steelyard.engine.metric.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick look at what {@link IntervalCoverage} measures at length. */
class CoverageSimulationTest {
  private static final long SEED = 7;
  private static final int DATA_SETS = 100;
  private static final int EXAMPLES = 1_000;

  /** Blocks of 10,000 examples: their error is a twentieth of that of a data set. */
  private static final int SAMPLE = 40;

  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void intervalsOfTwoClassesHoldTheTruth(int clusters) {
    check(
        new ClassificationPopulation(
            ClassificationPopulation.METRICS, clusters, IntervalCoverage.NOISE),
        "accuracy ",
        "precision-at-recall ",
        "roc-auc ",
        "log-loss  (difference)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void intervalsOfPredictedNumbersHoldTheTruth(int clusters) {
    check(
        new RegressionPopulation(clusters, IntervalCoverage.NOISE, SAMPLE),
        "mean-absolute-error ",
        "median-absolute-error ",
        "pearson-correlation ",
        "spearman-correlation ",
        "r-squared  (difference)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void intervalsOfSeveralLabelsHoldTheTruth(int clusters) {
    check(
        new MultilabelPopulation(clusters, IntervalCoverage.NOISE, SAMPLE),
        "hamming-loss ",
        "f1 samples",
        "subset-accuracy  (difference)");
  }

  /** Of 100 data sets an interval of 95 % misses more than 14 once in ten thousand times. */
  private static void check(SimulatedPopulation population, String... among) {
    Map<String, Coverage> coverages =
        new CoverageSimulation(population, EXAMPLES, 0.95).run(DATA_SETS, SEED, population.truth());
    assertThat(coverages).containsKeys(among);
    assertThat(coverages)
        .allSatisfy(
            (key, coverage) -> {
              if (coverage.intervals() == 0) {
                assertThat(coverage.reason()).as(key).isNotBlank();
              } else {
                // Now and then too few groups carry a difference.
                assertThat(coverage.intervals()).as(key).isGreaterThanOrEqualTo(DATA_SETS - 5);
                assertThat(coverage.share()).as("%s, seed %d", key, SEED).isBetween(0.86, 1.0);
              }
            });
  }
}
