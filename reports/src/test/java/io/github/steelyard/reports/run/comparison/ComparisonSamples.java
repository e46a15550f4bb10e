package io.github.steelyard.reports.run.comparison;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.reports.run.RunSamples;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.util.ArrayList;
import java.util.List;

/** Comparisons of the models of {@link RunSamples}. */
public final class ComparisonSamples {
  private ComparisonSamples() {}

  public static ComparedPair pair(String model, String other) {
    return new ComparedPair(model, other, "pets", "test", null, null, null);
  }

  /** Accuracies of 1,000 examples of which the one or the other model alone gets some right. */
  public static PairedDifference accuracies(double first, long onlyFirst, long onlySecond) {
    DiscordantPairs pairs = new DiscordantPairs(onlyFirst, onlySecond, 1000);
    return new PairedDifference(
            "accuracy",
            "",
            first,
            first - pairs.difference(),
            null,
            Uncertainty.unknown("not counted"),
            null,
            null,
            null,
            true,
            null,
            1000)
        .counted(pairs, 0.95);
  }

  /** A value of which only the jackknife knows something, or nothing. */
  public static PairedDifference losses(double first, double second, Uncertainty uncertainty) {
    boolean known = uncertainty.interval() != null;
    return new PairedDifference(
        "log-loss",
        "",
        first,
        second,
        null,
        uncertainty,
        known ? 0.01 : null,
        known ? 0.003 : null,
        null,
        false,
        null,
        1000);
  }

  private static List<ComparisonRow> comparisons() {
    return List.of(
        new ComparisonRow(
            pair("mlp-s2", "mlp-s1"),
            accuracies(0.93, 60, 40),
            7,
            new Judgement(Verdict.NOT_DISTINGUISHABLE, 0.0925, 0.046, 2, 0.03125, 1953.0),
            null),
        new ComparisonRow(
            new ComparedPair("mlp-s2", "mlp-s1", "pets", "test", UnitSamples.FOG, null, null),
            losses(0.21, 0.31, Uncertainty.unknown("too few: 3 groups")),
            0,
            Judgement.without(Verdict.TOO_FEW),
            "too few: 3 groups"),
        ComparisonRow.notComparable(pair("zoo", "mlp-s1"), "model 'zoo' has no results here"));
  }

  private static List<RankingRow> rankings() {
    return List.of(
        new RankingRow("pets", "test", null, "accuracy", "", "mlp-s2", 1, 0.93, "a", true, null),
        new RankingRow("pets", "test", null, "accuracy", "", "mlp-s1", 2, 0.9, "a", true, null));
  }

  public static List<Record> rows() {
    List<Record> rows = new ArrayList<>(comparisons());
    rows.addAll(rankings());
    rows.addAll(
        List.of(
            new AgreementRow(
                "mlp-s2",
                "mlp-s1",
                "pets",
                "test",
                "onnxruntime 1.29.0",
                "dl4j 1.0.0-M2.1",
                998,
                998,
                2,
                3.2e-7,
                1.1e-8,
                2.5e-6,
                1e-5,
                true),
            new AgreementRow(
                "zoo",
                "mlp-s1",
                "pets",
                "test",
                "onnxruntime 1.29.0",
                "dl4j 1.0.0-M2.1",
                1000,
                960,
                0,
                0.25,
                0.001,
                4.5,
                1e-5,
                false),
            new RobustnessRow(
                "mlp-s1", "pets", "test", "fog", "corruption-error", 0.75, null, "mlp-s2", 5),
            new RobustnessRow("mlp-s1", "pets", "test", null, "mean-error", 0.25, null, null, 75),
            new RobustnessRow(
                "mlp-s1", "pets", "test", null, "corruption-error", 0.8, null, "mlp-s2", 75),
            new RobustnessRow(
                "mlp-s1",
                "pets",
                "test",
                null,
                "effective-robustness",
                null,
                "too few models",
                null,
                5)));
    return rows;
  }
}
