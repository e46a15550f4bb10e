package io.github.steelyard.reports.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSamples;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.generalization.GapReference;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.QualitySamples;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  @Test
  void theBestModelStandsFirstAndWhatIsMissingIsExplained() {
    assertThat(Leaderboard.text(RunSamples.complete()))
        .isEqualTo(
            """
            run 20261122T163000Z-1f0a9c of suite 'pets': partial, 4 units with results, 2 failures, at most 1,000 examples of a split

            pets / test: 1,000 examples; gap: accuracy on train less accuracy here
              model   accuracy [95 % interval]      gap  log loss     ECE  parameters    MACs      file
              mlp-s2   0.9300 [0.9142, 0.9458]        -    0.2100  0.0113           -       -         -
              mlp-s1   0.9000 [0.8814, 0.9186]  +0.0500    0.3125  0.0213      54.4 k  54.3 k  250.1 kB
              zoo                            -        -         -       -     138.4 M  15.5 G  553.4 MB

              mean (lowest to highest) over seeds  seeds                   accuracy                   log loss
              mlp                                      2  0.9150 (0.9000 to 0.9300)  0.2613 (0.2100 to 0.3125)
              - accuracy is undefined, no example was scored: zoo
              - log-loss is undefined, no example was scored: zoo
              - expected-calibration-error was not computed: zoo
              - 7 examples could not be scored: zoo

              * the best accuracy: mlp-s2; not distinguishable from it: mlp-s1
              * a difference below 0.0313 would as a rule not show on these examples (power 80 %, the median pair)

              ! 125 exact and 4 near duplicates of examples of train among 1,000 examples; best accuracy without them: 0.8750 [0.8500, 0.9000] (mlp-s2)

              under shifts (against mlp-s2)   error  increase     mCE  relative mCE  effective robustness
              mlp-s1                         0.2500         -  0.8000             -                     -

              told from sketches / all       score                    AUROC  FPR@95
              mlp-s1                     max-logit  0.8750 [0.7500, 0.9375]  0.2500
              zoo                       confidence                   0.7500       -

            the same models
              mlp-s2 (onnxruntime 1.29.0) and mlp-s1 (dl4j 1.0.0-M2.1) on pets / test agree: answers differ by at most 3.2e-07, 998 of 998 answers are equal, 2 could not be compared
              zoo (onnxruntime 1.29.0) and mlp-s1 (dl4j 1.0.0-M2.1) on pets / test DISAGREE: answers differ by at most 2.5e-01, 960 of 1,000 answers are equal

            looks like a mistake
              zoo on pets / test (constant-prediction): Answers 'cat' to all 993 examples of 2 classes: look at its preprocessing and at its training

            failed
              torn (plan): Model 'torn': the file ends too early, expected a whole zip.
              all models on pets / holiday, fog 3 (prepare): holiday.csv, row 17: the label is ?[31m'cow', expected one of cat, dog.
            """);
  }

  @Test
  void aRegressionsBlockShowsItsOwnMetricsAndTheSmallestErrorFirst() {
    RunResult sample = RunSamples.complete();
    List<MetricRow> metrics = new ArrayList<>();
    metrics.add(QualitySamples.lower("near", "root-mean-squared-error", 53.25));
    metrics.add(QualitySamples.lower("near", "mean-absolute-error", 41.5));
    metrics.add(QualitySamples.defined("near", "r-squared", 0.5, 0));
    metrics.add(QualitySamples.lower("far", "root-mean-squared-error", 153.25));
    metrics.add(QualitySamples.lower("far", "mean-absolute-error", 141.5));
    metrics.add(QualitySamples.defined("far", "r-squared", -1.5, 0));
    RunResult result =
        RunResult.of(
            sample.run(),
            List.of(UnitSamples.unit("far", "regression"), UnitSamples.unit("near", "regression")),
            metrics);
    assertThat(Leaderboard.text(result))
        .endsWith(
            """

            pets / test: 1,000 examples
              model      RMSE  gap       MAE       R²  parameters  MACs  file
              near    53.2500    -   41.5000   0.5000           -     -     -
              far    153.2500    -  141.5000  -1.5000           -     -     -
            """);
  }

  @Test
  void aNameThatIsTooLongIsCutInTheMiddleAndNoLineIsWiderThanATerminal() {
    String name = "a-model-with-a-name-that-somebody-made-far-too-long-for-any-table-seed";
    RunResult sample = RunSamples.complete();
    List<MetricRow> metrics = new ArrayList<>();
    for (String model : List.of(name + 1, name + 2)) {
      metrics.add(QualitySamples.defined(model, "accuracy", 0.9812, 0.001));
      metrics.add(QualitySamples.defined(model, "log-loss", 12.1, 0));
      metrics.add(QualitySamples.defined(model, "expected-calibration-error", 0.1, 0));
    }
    RunResult result =
        RunResult.of(
            sample.run(),
            List.of(UnitSamples.unit(name + 1, "test", 0), UnitSamples.unit(name + 2, "test", 0)),
            List.of(UnitSamples.model(name + 1, 1), UnitSamples.model(name + 2, 2)),
            metrics,
            List.of(
                UnitSamples.cost(name + 1, CostRow.PARAMETERS, 999_960, "parameters"),
                UnitSamples.cost(name + 1, CostRow.MACS_PER_EXAMPLE, 999.9e9, "MACs"),
                UnitSamples.cost(name + 1, CostRow.FILE_BYTES, 999.9e6, "bytes")),
            List.of(
                new GapRow(
                    name + 1,
                    "pets",
                    "accuracy",
                    "",
                    "train",
                    "test",
                    1.0,
                    0.9812,
                    0.0188,
                    null,
                    null,
                    "too few",
                    Verdict.TOO_FEW,
                    GapReference.TRAINING)));
    List<String> lines =
        Leaderboard.text(result).lines().filter(line -> !line.contains(": ")).toList();
    assertThat(lines)
        .allMatch(line -> line.length() <= 120)
        .anyMatch(line -> line.startsWith("  a-model-with-a-..any-table-seed1   0.9812 "))
        .anyMatch(
            line -> line.endsWith("  +0.0188   12.1000  0.1000       1.0 M  999.9 G  999.9 MB"))
        .anyMatch(line -> line.startsWith("  a-model-with-a-..g-for-any-table         2  0.9812 "));
  }

  @Test
  void modelsOfSeveralSeedsWhoseNamesSayNothingAreNamedByTheirRecipe() {
    assertThat(
            Seeds.among(
                List.of(
                    UnitSamples.model("alpha", 1),
                    UnitSamples.model("beta", 2),
                    UnitSamples.model("zoo", -1))))
        .containsExactly(new Seeds("mlp width 64 depth 2", List.of("alpha", "beta")));
  }

  @Test
  void aSplitThatModelsWereTrainedOnHasNoBlockOfItsOwn() {
    assertThat(Leaderboard.text(RunSamples.complete())).doesNotContain("pets / train");
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    RunResult sample = RunSamples.complete();
    RunResult reversed =
        RunResult.of(
            sample.run(),
            reversed(sample.units()),
            reversed(sample.models()),
            reversed(sample.datasets()),
            reversed(sample.metrics()),
            sample.confusion(),
            reversed(sample.costs()),
            reversed(sample.gaps()),
            sample.agreements(),
            reversed(sample.robustness()),
            reversed(sample.rows(OutOfDistributionRow.class)),
            reversed(sample.rows(ComparisonRow.class)),
            reversed(sample.rows(RankingRow.class)),
            reversed(sample.rows(ContaminationRow.class)),
            sample.rows(AlarmRow.class),
            sample.failures());
    assertThat(Leaderboard.text(reversed)).isEqualTo(Leaderboard.text(sample));
  }

  private static <T> List<T> reversed(List<T> rows) {
    List<T> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return reversed;
  }
}
