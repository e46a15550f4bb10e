package io.github.steelyard.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.reports.comparison.Comparisons.Measured;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.run.comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final Interval SOME = new Interval(-0.2, -0.01, "jackknife", 0.95);

  private static Measured accuracies(String model, long onlyFirst, long onlySecond) {
    return new Measured(
        ComparisonSamples.pair(model, "base"),
        Direction.HIGHER_IS_BETTER,
        ComparisonSamples.accuracies(0.9, onlyFirst, onlySecond),
        3);
  }

  private static Measured losses(String model, double first, Uncertainty uncertainty) {
    return new Measured(
        ComparisonSamples.pair(model, "base"),
        Direction.LOWER_IS_BETTER,
        ComparisonSamples.losses(first, 0.3, uncertainty),
        0);
  }

  @Test
  void pValuesAreAdjustedWithinAValueOfAMetricOnASplit() {
    // scipy.stats.binom: mid-p of (30, 10), (20, 10) and (9, 11) is
    // 2 * binom.cdf(min, n, .5) - binom.pmf(min, n, .5); statsmodels multipletests adjusts.
    List<ComparisonRow> rows =
        Comparisons.judged(
            List.of(
                accuracies("a", 30, 10),
                losses("a", 0.2, Uncertainty.of(SOME)),
                accuracies("b", 10, 20),
                accuracies("c", 9, 11)),
            0.95);

    assertThat(rows.get(0).judgement().holm()).isCloseTo(0.0043514730423339695, within(1e-9));
    assertThat(rows.get(2).judgement().holm()).isCloseTo(0.14151109196245681, within(1e-9));
    assertThat(rows.get(3).judgement().holm()).isCloseTo(0.6636238098144531, within(1e-9));
    assertThat(rows.get(0).judgement().benjaminiHochberg())
        .isCloseTo(0.0043514730423339695, within(1e-9));
    assertThat(rows.get(2).judgement().benjaminiHochberg())
        .isCloseTo(0.10613331897184261, within(1e-9));
    assertThat(rows.get(3).judgement().benjaminiHochberg())
        .isCloseTo(0.6636238098144531, within(1e-9));
    assertThat(rows).extracting(row -> row.judgement().tests()).containsExactly(3, 1, 3, 3);
    assertThat(rows)
        .extracting(ComparisonRow::verdict)
        .containsExactly(
            Verdict.BETTER,
            Verdict.BETTER,
            Verdict.NOT_DISTINGUISHABLE,
            Verdict.NOT_DISTINGUISHABLE);
    assertThat(rows.get(1).judgement().holm()).isEqualTo(0.003);
    assertThat(rows.get(0).excluded()).isEqualTo(3);
  }

  @Test
  void aHigherLossIsWorse() {
    Interval above = new Interval(0.01, 0.2, "jackknife", 0.95);
    List<ComparisonRow> rows =
        Comparisons.judged(List.of(losses("a", 0.4, Uncertainty.of(above))), 0.95);
    assertThat(rows.get(0).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void theConfidenceOfTheRunDecides() {
    List<Measured> one = List.of(accuracies("a", 20, 10));
    assertThat(Comparisons.judged(one, 0.9).get(0).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(Comparisons.judged(one, 0.95).get(0).verdict())
        .isEqualTo(Verdict.NOT_DISTINGUISHABLE);
  }

  @Test
  void whatCannotBeTestedSaysWhy() {
    List<ComparisonRow> rows =
        Comparisons.judged(
            List.of(
                losses("a", 0.2, Uncertainty.unknown("too few: 3 groups")),
                losses("b", 0.2, Uncertainty.unknown("biased upwards"))),
            0.95);
    assertThat(rows)
        .extracting(ComparisonRow::verdict)
        .containsExactly(Verdict.TOO_FEW, Verdict.UNKNOWN);
    assertThat(rows)
        .extracting(ComparisonRow::reason)
        .containsExactly("too few: 3 groups", "biased upwards");
    assertThat(rows).allMatch(row -> row.judgement().holm() == null);
  }

  @Test
  void slicesAreAFamilyOfTheirOwnAndSoAreSplits() {
    ComparedPair slice = new ComparedPair("a", "base", "pets", "test", null, "color", "red");
    ComparedPair otherSlice = new ComparedPair("a", "base", "pets", "test", null, "color", "blue");
    ComparedPair train = new ComparedPair("a", "base", "pets", "train", null, null, null);
    List<Measured> measured = new ArrayList<>(List.of(accuracies("a", 30, 10)));
    PairedDifference found = ComparisonSamples.accuracies(0.9, 12, 9);
    measured.add(new Measured(slice, Direction.HIGHER_IS_BETTER, found, 0));
    measured.add(new Measured(otherSlice, Direction.HIGHER_IS_BETTER, found, 0));
    measured.add(new Measured(train, Direction.HIGHER_IS_BETTER, found, 0));
    assertThat(Comparisons.judged(measured, 0.95))
        .extracting(row -> row.judgement().tests())
        .containsExactly(1, 2, 2, 1);
  }

  @Test
  void whatTheExamplesCanShowFollowsFromWhatTheModelsShare() {
    ComparisonRow row = Comparisons.judged(List.of(accuracies("a", 60, 40)), 0.95).get(0);
    // Connor (1987), by hand: s = .1, d = .02, (1.959964 sqrt(s) + .841621 sqrt(s - d^2))^2 / d^2.
    assertThat(row.judgement().examplesNeeded()).isEqualTo(1960);
    assertThat(row.judgement().detectable()).isCloseTo(0.02798283630447352, within(1e-6));

    ComparisonRow loss =
        Comparisons.judged(List.of(losses("a", 0.2, Uncertainty.of(SOME))), 0.95).get(0);
    // (1.959964 + .841621) * .01, and 1000 (that / .1)^2.
    assertThat(loss.judgement().detectable()).isCloseTo(0.02801585, within(1e-7));
    assertThat(loss.judgement().examplesNeeded()).isEqualTo(79);

    ComparisonRow same = Comparisons.judged(List.of(accuracies("a", 0, 0)), 0.95).get(0);
    assertThat(same.verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
    assertThat(same.judgement().detectable()).isNull();
    assertThat(same.judgement().examplesNeeded()).isNull();
  }
}
