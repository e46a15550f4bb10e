package io.github.steelyard.engine.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.metric.classification.CoverageSimulation.Coverage;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A quick look at what {@link IntervalCoverage} measures at length. */
class CoverageSimulationTest {
  private static final long SEED = 7;
  private static final int DATA_SETS = 100;

  @Test
  void intervalsOfIndependentExamplesHoldTheTruth() {
    check(
        new CoverageSimulation(CoverageSimulation.METRICS, 1_000, 0, IntervalCoverage.NOISE, 0.95)
            .run(DATA_SETS, SEED));
  }

  @Test
  void intervalsOfClustersHoldTheTruth() {
    check(
        new CoverageSimulation(CoverageSimulation.METRICS, 1_000, 60, IntervalCoverage.NOISE, 0.95)
            .run(DATA_SETS, SEED));
  }

  /** Of 100 data sets an interval of 95 % misses more than 14 once in ten thousand times. */
  private static void check(Map<String, Coverage> coverages) {
    assertThat(coverages).containsKeys("accuracy ", "roc-auc ", "log-loss  (difference)");
    assertThat(coverages)
        .allSatisfy(
            (key, coverage) -> {
              if (coverage.intervals() == 0) {
                assertThat(coverage.reason()).as(key).isNotBlank();
              } else {
                assertThat(coverage.intervals()).as(key).isEqualTo(DATA_SETS);
                assertThat(coverage.share()).as("%s, seed %d", key, SEED).isBetween(0.86, 1.0);
              }
            });
  }
}
