package io.github.steelyard.reports.run;

import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.run.generalization.GeneralizationSamples;
import io.github.steelyard.reports.run.quality.QualitySamples;
import io.github.steelyard.reports.run.suspicion.SuspicionSamples;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.time.Instant;
import java.util.List;

/** A small run in which everything occurs: values and their absence, cards, slices, failures. */
public final class RunSamples {
  public static final RunId ID = new RunId("20261122T163000Z-1f0a9c");

  private RunSamples() {}

  public static Run run(RunId id, String suite, Instant started) {
    return new Run(
        id,
        suite,
        "c0ffee",
        "evaluate --suite pets.yaml --out out",
        started,
        started.plusMillis(12_345),
        RunStatus.PARTIAL,
        "0.1.0",
        "4.2.0",
        "local[2]",
        "17.0.9",
        "Linux 6.1",
        "Some CPU, 2 cores",
        List.of(UnitSamples.ENGINE),
        1000L);
  }

  /** Two runs of one recipe, a model without a card, and one that could not be opened. */
  public static RunResult complete() {
    return RunResult.of(
        run(ID, "pets", Instant.parse("2026-11-22T16:30:00.123Z")),
        List.of(new RunSettings("{confidence: 0.9}\n")),
        UnitSamples.rows(),
        QualitySamples.rows(),
        GeneralizationSamples.rows(),
        ComparisonSamples.rows(),
        SuspicionSamples.rows());
  }
}
