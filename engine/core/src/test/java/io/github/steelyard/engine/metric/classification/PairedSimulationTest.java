package io.github.steelyard.engine.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  @Test
  void intervalsOfSlicesAgainstEachOtherHoldTheTruth() {
    for (int clusters : new int[] {0, 40}) {
      Map<String, PairedSimulation.Count> counts =
          new SliceSimulation(new PairedSimulation(1_000, clusters, 0, 60), 0.3)
              .run(DATA_SETS, SEED);
      assertThat(counts).containsKeys("accuracy", "log-loss", "f1 macro");
      assertThat(counts)
          .allSatisfy(
              (key, count) -> {
                assertThat(count.intervals()).as(key).isGreaterThan(DATA_SETS - 5);
                assertThat(count.share()).as("%s, seed %d", key, SEED).isGreaterThan(0.86);
              });
    }
  }

  @Test
  void intervalsOfAForeignSetHoldTheTruth() {
    for (int clusters : new int[] {0, 40}) {
      PairedSimulation.Count count =
          new ForeignSimulation(1_000, 500, clusters, 0.9).run(DATA_SETS, SEED).get("auroc");
      assertThat(count.intervals()).isEqualTo(DATA_SETS);
      assertThat(count.share()).as("seed %d", SEED).isGreaterThan(0.86);
    }
  }

  @Test
  void whatIsEnumeratedIsWhatIsSimulated() {
    DiscordantCoverage exact = new DiscordantCoverage(500, 6, 3);
    double simulated =
        new PairedSimulation(500, 0, 6, 3).run(2_000, SEED).get("accuracy, hits counted").share();
    // The standard error of a share of 2,000 around 95 % is 0.5 %.
    assertThat(exact.of(DiscordantCoverage.METHODS.get(0))).isCloseTo(simulated, within(0.015));
  }
}
