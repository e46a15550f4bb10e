package io.github.steelyard.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.reports.run.comparison.RobustnessRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobustnessTest {
  private static MetricRow accuracy(String model, AppliedShift shift, Double value) {
    return row(model, shift, "accuracy", value, "higher");
  }

  private static MetricRow error(String model, AppliedShift shift, Double value) {
    return row(model, shift, "mean-absolute-error", value, "lower");
  }

  private static MetricRow row(
      String model, AppliedShift shift, String metric, Double value, String direction) {
    return new MetricRow(
        model,
        "d",
        "test",
        shift,
        null,
        null,
        metric,
        null,
        value,
        value == null ? "no example was scored" : null,
        null,
        value == null ? null : "no interval here",
        100,
        direction,
        "");
  }

  private static AppliedShift shift(String name, int severity) {
    return new AppliedShift(name, "noise", severity, !name.startsWith("own"));
  }

  private static RobustnessRow row(
      List<RobustnessRow> rows, String model, String shift, String measure) {
    return rows.stream()
        .filter(
            row ->
                row.model().equals(model)
                    && java.util.Objects.equals(row.shift(), shift)
                    && row.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void errorsAreHeldAgainstTheBaselinesByHand() {
    // Errors: base 0.1 clean, 0.3 and 0.5 under fog; small 0.2 clean, 0.3 and 0.3.
    List<MetricRow> metrics =
        List.of(
            accuracy("base", null, 0.9),
            accuracy("base", shift("fog", 1), 0.7),
            accuracy("base", shift("fog", 5), 0.5),
            accuracy("small", null, 0.8),
            accuracy("small", shift("fog", 1), 0.7),
            accuracy("small", shift("fog", 5), 0.7));
    List<RobustnessRow> rows = Robustness.of(metrics, "accuracy", "base");
    assertThat(row(rows, "small", "fog", "mean-error").value()).isCloseTo(0.3, within(1e-12));
    assertThat(row(rows, "small", "fog", "error-increase").value()).isCloseTo(0.1, within(1e-12));
    assertThat(row(rows, "small", "fog", "corruption-error").value())
        .isCloseTo(0.6 / 0.8, within(1e-12));
    assertThat(row(rows, "small", "fog", "relative-corruption-error").value())
        .isCloseTo(0.2 / 0.6, within(1e-12));
    assertThat(row(rows, "base", "fog", "corruption-error").value()).isCloseTo(1, within(1e-12));
    assertThat(row(rows, "small", null, "corruption-error").undefinedReason())
        .isEqualTo("it needs ImageNet-C's 15 shifts at 5 severities each, the suite has 2 of 75");
    assertThat(row(rows, "small", null, "effective-robustness").undefinedReason())
        .startsWith("it needs at least 3 models");
  }

  @Test
  void theMeanCorruptionErrorIsTheMeanOverShiftsOfSharesNotTheShareOfMeans() {
    List<MetricRow> metrics = new ArrayList<>();
    metrics.add(accuracy("base", null, 0.9));
    metrics.add(accuracy("other", null, 0.9));
    for (int kind = 0; kind < 15; kind++) {
      for (int severity = 1; severity <= 5; severity++) {
        AppliedShift shift = shift("shift" + kind, severity);
        metrics.add(accuracy("base", shift, kind == 0 ? 0.8 : 0.5));
        metrics.add(accuracy("other", shift, kind == 0 ? 0.4 : 0.5));
      }
    }
    // One that is not ImageNet-C's takes no part.
    metrics.add(accuracy("base", shift("own", 1), 0.5));
    metrics.add(accuracy("other", shift("own", 1), 0.0));
    List<RobustnessRow> rows = Robustness.of(metrics, "accuracy", "base");
    RobustnessRow mean = row(rows, "other", null, "corruption-error");
    assertThat(mean.value()).isCloseTo((14 * 1.0 + 0.6 / 0.2) / 15, within(1e-12));
    assertThat(mean.cells()).isEqualTo(75);
    assertThat(mean.baseline()).isEqualTo("base");
    assertThat(row(rows, "other", null, "mean-error").cells()).isEqualTo(76);
  }

  @Test
  void withoutABaselineOrWithAnUndefinedAccuracyThereIsAReason() {
    List<MetricRow> metrics =
        List.of(accuracy("a", null, 0.9), accuracy("a", shift("fog", 1), null));
    List<RobustnessRow> rows = Robustness.of(metrics, "accuracy", null);
    assertThat(row(rows, "a", "fog", "corruption-error").undefinedReason())
        .isEqualTo("the suite names no baseline that was evaluated here");
    assertThat(row(rows, "a", "fog", "mean-error").undefinedReason())
        .isEqualTo("the error is undefined in some cell");
  }

  @Test
  void modelsOnOneLineHaveNoEffectiveRobustnessAndOneAboveItHas() {
    List<MetricRow> metrics = new ArrayList<>();
    double[] clean = {0.6, 0.7, 0.8, 0.9};
    for (int i = 0; i < clean.length; i++) {
      double logit = Math.log(clean[i] / (1 - clean[i])) - 1;
      metrics.add(accuracy("m" + i, null, clean[i]));
      metrics.add(accuracy("m" + i, shift("fog", 1), 1 / (1 + Math.exp(-logit))));
    }
    for (int i = 0; i < clean.length; i++) {
      assertThat(
              row(Robustness.of(metrics, "accuracy", null), "m" + i, null, "effective-robustness")
                  .value())
          .isCloseTo(0, within(1e-12));
    }
    metrics.add(accuracy("sturdy", null, 0.75));
    metrics.add(accuracy("sturdy", shift("fog", 1), 0.74));
    assertThat(
            row(Robustness.of(metrics, "accuracy", null), "sturdy", null, "effective-robustness")
                .value())
        .isPositive();
  }

  @Test
  void aMetricWhereLowerIsBetterIsTheErrorItselfAndForetellsNothing() {
    List<MetricRow> metrics = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      metrics.add(error("m" + i, null, i / 10.0));
      metrics.add(error("m" + i, shift("fog", 1), i / 5.0));
    }
    List<RobustnessRow> rows = Robustness.of(metrics, "mean-absolute-error", "m1");
    assertThat(row(rows, "m4", "fog", "mean-error").value()).isCloseTo(0.8, within(1e-12));
    assertThat(row(rows, "m4", "fog", "error-increase").value()).isCloseTo(0.4, within(1e-12));
    assertThat(row(rows, "m4", "fog", "corruption-error").value()).isCloseTo(4, within(1e-12));
    assertThat(row(rows, "m4", null, "effective-robustness").undefinedReason())
        .isEqualTo("it needs at least 3 models of different accuracy, all above 0 and below 1");
  }

  @Test
  void withoutShiftsThereAreNoRows() {
    assertThat(Robustness.of(List.of(accuracy("a", null, 0.9)), "accuracy", "a")).isEmpty();
  }
}
