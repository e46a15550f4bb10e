package io.github.steelyard.engine.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A quick look at what {@link PairedCoverage} measures at length. */
class PairedSimulationTest {
  private static final long SEED = 7;
  private static final int DATA_SETS = 100;

  /** Of 100 data sets an interval of 95 % misses more than 14 once in ten thousand times. */
  @Test
  void intervalsOfDifferencesHoldTheTruth() {
    for (int clusters : new int[] {0, 40}) {
      Map<String, PairedSimulation.Count> counts =
          new PairedSimulation(1_000, clusters, 60, 40).run(DATA_SETS, SEED);
      assertThat(counts).containsKeys("accuracy", "log-loss", "f1 macro");
      assertThat(counts)
          .allSatisfy(
              (key, count) -> {
                assertThat(count.intervals()).as(key).isGreaterThan(DATA_SETS / 2);
                assertThat(count.share()).as("%s, seed %d", key, SEED).isGreaterThan(0.86);
              });
    }
  }

  @Test
  void whatAHandfulOfExamplesDecidesIsRefusedUnlessHitsAreCounted() {
    Map<String, PairedSimulation.Count> counts =
        new PairedSimulation(1_000, 0, 1, 1).run(DATA_SETS, SEED);
    assertThat(counts.get("f1 macro").without()).isGreaterThan(DATA_SETS / 2);
    assertThat(counts.get("accuracy, hits counted").without()).isZero();
    assertThat(counts.get("accuracy, hits counted").significant()).isLessThan(0.05);
  }

  @Test
  void intervalsOfGapsHoldTheTruth() {
    for (int clusters : new int[] {0, 40}) {
      Map<String, PairedSimulation.Count> counts =
          new GapSimulation(
                  new PairedSimulation(1_000, clusters, 0, 0),
                  new PairedSimulation(1_000, clusters, 0, 60))
              .run(DATA_SETS, SEED);
      assertThat(counts).containsKeys("accuracy", "log-loss", "f1 macro");
      assertThat(counts)
          .allSatisfy(
              (key, count) -> {
                assertThat(count.intervals()).as(key).isEqualTo(DATA_SETS);
                assertThat(count.share()).as("%s, seed %d", key, SEED).isGreaterThan(0.86);
              });
    }
  }
}
