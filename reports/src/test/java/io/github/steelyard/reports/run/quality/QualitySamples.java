package io.github.steelyard.reports.run.quality;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.util.List;

/** Metrics of a small run: values with and without an interval, slices, and no values. */
public final class QualitySamples {
  private QualitySamples() {}

  public static MetricRow defined(String model, String metric, double value, double margin) {
    Interval interval =
        margin > 0 ? new Interval(value - margin, value + margin, "wilson", 0.95) : null;
    return defined(model, metric, value, interval, "higher", "0..1");
  }

  /** Of a metric where lower is better. */
  public static MetricRow lower(String model, String metric, double value) {
    return defined(model, metric, value, null, "lower", "");
  }

  private static MetricRow defined(
      String model, String metric, double value, Interval interval, String direction, String unit) {
    return new MetricRow(
        model,
        "pets",
        "test",
        null,
        null,
        null,
        metric,
        null,
        value,
        null,
        interval,
        interval == null ? "fewer than 20 groups" : null,
        1000,
        direction,
        unit);
  }

  public static MetricRow undefined(String model, String metric, String reason) {
    return new MetricRow(
        model, "pets", "test", null, null, null, metric, null, null, reason, null, null, 0, "lower",
        "nats");
  }

  public static List<Record> rows() {
    return List.of(
        new MetricRow(
            "mlp-s1",
            "pets",
            "test",
            UnitSamples.FOG,
            "color",
            "black",
            "f1",
            "macro",
            0.5,
            null,
            new Interval(0.4, 0.625, "jackknife", 0.95),
            null,
            100,
            "higher",
            "0..1"),
        defined("mlp-s1", "accuracy", 0.9, 0.0186),
        defined("mlp-s1", "log-loss", 0.31254, 0),
        defined("mlp-s1", "expected-calibration-error", 0.0213, 0),
        defined("mlp-s2", "accuracy", 0.93, 0.0158),
        defined("mlp-s2", "log-loss", 0.21, 0),
        defined("mlp-s2", "expected-calibration-error", 0.0113, 0),
        new MetricRow(
            "mlp-s2",
            "pets",
            "test",
            null,
            ContaminationRow.SLICE,
            ContaminationRow.CLEAN,
            "accuracy",
            null,
            0.875,
            null,
            new Interval(0.85, 0.9, "wilson", 0.95),
            null,
            871,
            "higher",
            "0..1"),
        undefined("zoo", "accuracy", "no example was scored"),
        undefined("zoo", "log-loss", "no example was scored"),
        new ConfusionRow(
            "mlp-s1", "pets", "test", null, "color", "black", 0, "cat", 1, "dog", 12, 18.5),
        new ConfusionRow(
            "mlp-s1", "pets", "test", UnitSamples.FOG, null, null, 1, "dog", 1, "dog", 388, 388),
        new ReliabilityRow(
            "mlp-s1",
            "pets",
            "test",
            UnitSamples.FOG,
            "color",
            "black",
            1.5,
            0.8,
            0.9,
            40,
            42.5,
            0.85,
            0.75),
        new CalibrationRow(
            "mlp-s1",
            "pets",
            "test",
            1.5,
            null,
            400,
            300,
            "log-loss",
            "",
            0.5,
            0.25,
            new Interval(-0.375, -0.125, "jackknife", 0.95),
            null),
        new CalibrationRow(
            "zoo",
            "pets",
            "test",
            null,
            "no example of the part for fitting was scored",
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            null),
        new RiskCoverageRow("mlp-s1", "pets", "test", null, 0.25, 0.02, 0.99),
        new WorstSliceRow(
            "mlp-s1",
            "pets",
            "test",
            UnitSamples.FOG,
            "color",
            "black",
            "f1",
            "macro",
            0.5,
            0.75,
            -0.25,
            "the worst of several",
            3,
            100,
            "higher",
            ""),
        new SliceDifferenceRow(
            "mlp-s1",
            "pets",
            "test",
            UnitSamples.FOG,
            "color",
            "black",
            "f1",
            "macro",
            0.5,
            0.625,
            -0.125,
            null,
            new Interval(-0.25, 0.0625, "mover", 0.95),
            null,
            0.03125,
            100,
            300),
        new SliceDifferenceRow(
            "mlp-s1",
            "pets",
            "test",
            null,
            "color",
            "green",
            "accuracy",
            "",
            null,
            null,
            null,
            "fewer than 50 examples",
            null,
            null,
            null,
            3,
            397));
  }
}
