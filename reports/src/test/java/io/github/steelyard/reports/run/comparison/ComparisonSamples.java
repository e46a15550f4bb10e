package io.github.steelyard.reports.run.comparison;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.reports.run.RunSamples;
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

  public static List<ComparisonRow> comparisons() {
    return List.of(
        new ComparisonRow(
            pair("mlp-s2", "mlp-s1"),
            accuracies(0.93, 60, 40),
            7,
            new Judgement(Verdict.NOT_DISTINGUISHABLE, 0.0925, 0.046, 2, 0.03125, 1953.0),
            null),
        new ComparisonRow(
            new ComparedPair("mlp-s2", "mlp-s1", "pets", "test", RunSamples.FOG, null, null),
            losses(0.21, 0.31, Uncertainty.unknown("too few: 3 groups")),
            0,
            Judgement.without(Verdict.TOO_FEW),
            "too few: 3 groups"),
        ComparisonRow.notComparable(pair("zoo", "mlp-s1"), "model 'zoo' has no results here"));
  }

  public static List<RankingRow> rankings() {
    return List.of(
        new RankingRow("pets", "test", null, "accuracy", "", "mlp-s2", 1, 0.93, "a", true, null),
        new RankingRow("pets", "test", null, "accuracy", "", "mlp-s1", 2, 0.9, "a", true, null));
  }
}
