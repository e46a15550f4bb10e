package io.github.steelyard.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.run.comparison.Judgement;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.QualitySamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingsTest {
  private static final List<MetricRow> ACCURACIES =
      List.of(
          QualitySamples.defined("c", "accuracy", 0.7, 0.01),
          QualitySamples.defined("a", "accuracy", 0.9, 0.01),
          QualitySamples.defined("b", "accuracy", 0.8, 0.01),
          QualitySamples.undefined("d", "accuracy", "no scored examples"),
          QualitySamples.defined("a", "never-compared", 0.9, 0.01));

  private static ComparisonRow row(String model, String other, Verdict verdict) {
    return new ComparisonRow(
        ComparisonSamples.pair(model, other),
        ComparisonSamples.accuracies(0.9, 30, 10),
        0,
        new Judgement(verdict, 0.5, 0.5, 3, null, null),
        null);
  }

  @Test
  void neighboursMayBeTiedWhereTheBestAndTheLastAreNot() {
    List<RankingRow> rows =
        Rankings.of(
            ACCURACIES,
            List.of(
                row("a", "b", Verdict.NOT_DISTINGUISHABLE),
                row("c", "a", Verdict.WORSE),
                row("b", "c", Verdict.NOT_DISTINGUISHABLE)));
    assertThat(rows).extracting(RankingRow::model).containsExactly("a", "b", "c");
    assertThat(rows).extracting(RankingRow::rank).containsExactly(1, 2, 3);
    assertThat(rows).extracting(RankingRow::tieGroups).containsExactly("a", "a b", "b");
    assertThat(rows).extracting(RankingRow::tiedWithBest).containsExactly(true, true, false);
    assertThat(rows).allMatch(row -> row.reason() == null && row.aspect() == null);
  }

  @Test
  void withoutAllPairsTheTiesWithTheBestAreToldAndNoGroups() {
    List<RankingRow> rows =
        Rankings.of(
            ACCURACIES, List.of(row("a", "b", Verdict.BETTER), row("a", "c", Verdict.TOO_FEW)));
    assertThat(rows).extracting(RankingRow::tieGroups).containsOnlyNulls();
    assertThat(rows).extracting(RankingRow::tiedWithBest).containsExactly(true, false, null);
    assertThat(rows)
        .extracting(RankingRow::reason)
        .containsOnly("not all pairs of these models were compared, or had enough to decide");
  }

  @Test
  void ofALossTheLowestIsTheBest() {
    MetricRow high = loss("a", 2.0);
    MetricRow low = loss("b", 1.0);
    assertThat(Rankings.of(List.of(high, low), List.of(row("a", "b", Verdict.WORSE))))
        .extracting(RankingRow::model)
        .containsExactly("b", "a");
  }

  private static MetricRow loss(String model, double value) {
    return new MetricRow(
        model,
        "pets",
        "test",
        null,
        null,
        null,
        "accuracy",
        null,
        value,
        null,
        null,
        "none",
        9,
        "lower",
        "");
  }
}
