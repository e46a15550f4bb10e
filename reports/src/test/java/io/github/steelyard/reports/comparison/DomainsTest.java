package io.github.steelyard.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.steelyard.engine.statistics.IndependentDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.generalization.DomainAgreementRow;
import io.github.steelyard.reports.run.generalization.DomainRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.quality.MetricRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainsTest {
  private static final Relative RELATIVE = new Relative("sketches", "test", "photos", "test");

  private final List<MetricRow> metrics = new ArrayList<>();

  private void add(String model, String metric, Double origin, Double there) {
    metrics.add(row(model, "photos", metric, origin));
    metrics.add(row(model, "sketches", metric, there));
  }

  private static MetricRow row(String model, String dataset, String metric, Double value) {
    return new MetricRow(
        model,
        dataset,
        "test",
        null,
        null,
        null,
        metric,
        null,
        value,
        value == null ? "no example was scored" : null,
        value == null || metric.equals("log-loss")
            ? null
            : new Interval(value - 0.05, value + 0.05, "wilson", 0.95),
        value != null && metric.equals("log-loss") ? "too few groups" : null,
        100,
        metric.equals("log-loss") ? "lower" : "higher",
        "");
  }

  private Domains domains() {
    return Domains.of(metrics, List.of(RELATIVE), "error-bound");
  }

  @Test
  void differencesHaveIntervalsAndModelsTheirPlaces() {
    add("small", "accuracy", 0.8, 0.7);
    add("middle", "accuracy", 0.85, 0.75);
    add("large", "accuracy", 0.9, 0.6);

    assertThat(domains().rows())
        .extracting(
            DomainRow::model, DomainRow::rank, DomainRow::originRank, DomainRow::rankDifference)
        .containsExactly(
            tuple("small", 2.0, 3.0, -1.0),
            tuple("middle", 1.0, 2.0, -1.0),
            tuple("large", 3.0, 1.0, 2.0));
    DomainRow large = domains().rows().get(2);
    assertThat(large.difference()).isCloseTo(-0.3, within(1e-12));
    assertThat(large.interval())
        .isEqualTo(
            IndependentDifference.interval(
                0.6,
                new Interval(0.6 - 0.05, 0.6 + 0.05, "wilson", 0.95),
                0.9,
                new Interval(0.9 - 0.05, 0.9 + 0.05, "wilson", 0.95)));
  }

  /** The figures are those of scripts/oracles/slices_and_domains.py. */
  @Test
  void orderIsToldByTwoCorrelations() {
    double[] origin = {0.8, 0.85, 0.9, 0.9, 0.95};
    double[] there = {0.7, 0.65, 0.75, 0.6, 0.8};
    for (int model = 0; model < origin.length; model++) {
      add("m" + model, "accuracy", origin[model], there[model]);
    }

    DomainAgreementRow agreement = domains().agreements().get(0);

    assertThat(agreement.models()).isEqualTo(5);
    assertThat(agreement.spearman()).isCloseTo(0.46169025843831935, within(1e-12));
    assertThat(agreement.kendall()).isCloseTo(0.31622776601683794, within(1e-12));
  }

  @Test
  void lessIsBetterWhereItIs() {
    add("small", "log-loss", 0.5, 0.9);
    add("large", "log-loss", 0.3, 0.8);

    assertThat(domains().rows())
        .extracting(DomainRow::rank, DomainRow::noIntervalReason)
        .containsExactly(tuple(2.0, "too few groups"), tuple(1.0, "too few groups"));
    assertThat(domains().agreements().get(0).kendall()).isEqualTo(1);
  }

  @Test
  void whatIsUndefinedSaysWhyAndHasNoPlace() {
    add("small", "accuracy", 0.8, 0.8);
    add("broken", "accuracy", 0.8, null);
    metrics.add(row("elsewhere", "photos", "accuracy", 0.9));

    assertThat(domains().rows())
        .extracting(
            DomainRow::model, DomainRow::difference, DomainRow::undefinedReason, DomainRow::rank)
        .containsExactly(
            tuple("small", 0.0, null, 1.0), tuple("broken", null, "no example was scored", null));
    assertThat(domains().agreements())
        .extracting(DomainAgreementRow::undefinedReason, DomainAgreementRow::spearman)
        .containsExactly(tuple("fewer than 2 models have both values", null));
  }

  @Test
  void modelsThatAreAllAlikeHaveNoOrder() {
    add("small", "accuracy", 0.8, 0.7);
    add("large", "accuracy", 0.8, 0.6);

    assertThat(domains().agreements().get(0).undefinedReason())
        .isEqualTo("all models have the same value");
    assertThat(domains().rows()).extracting(DomainRow::originRank).containsExactly(1.5, 1.5);
  }
}
