package io.github.steelyard.jobs.evaluate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.calibrate.CalibrationStage;
import io.github.steelyard.jobs.evaluate.SmallDigits;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.CalibrationRow;
import io.github.steelyard.reports.run.quality.ReliabilityRow;
import io.github.steelyard.reports.run.quality.RiskCoverageRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Temperatures on their way through a run, held against the whole loss minimized on the driver. */
class CalibrationIT extends SparkJobTest {
  private static final int EXAMPLES = 600;

  private static final String SUITE =
      """
      name: small
      variables: {models: {doc: the family's folder}, calibrate: {doc: whether}}
      datasets:
        - name: digits
          format: synthetic
          classes: 10
          splits: {test: {examples: %d, seed: 2}}
      models: [{family: "${models}"}]
      evaluate: {calibrate: "${calibrate}"}
      """
          .formatted(EXAMPLES);

  private Path suite;
  private Path models;

  @BeforeEach
  void train() throws IOException {
    Path family = Files.writeString(folder.resolve("family.yaml"), SmallDigits.family("1"));
    suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);
    models = folder.resolve("models");
    train(family, Map.of(), models);
  }

  private RunResult evaluate(String calibrate) throws IOException {
    return evaluate(
        suite, Map.of("calibrate", calibrate, "models", models.toString()), folder.resolve("out"));
  }

  /** Stored outcomes beside their examples. */
  private List<Row> stored(RunResult result) {
    String out = folder.resolve("out").toString();
    String fingerprint = result.datasets().get(0).fingerprint();
    String key = result.units().get(0).predictionKey();
    return spark()
        .read()
        .parquet(out + "/data/" + fingerprint + "/examples")
        .join(spark().read().parquet(out + "/predictions/" + key), "ordinal")
        .select("label", "group", "scores")
        .collectAsList();
  }

  /** The mean log loss of the groups from one to another at a temperature. */
  private static double loss(List<Row> rows, int from, int end, double temperature) {
    return rows.stream()
        .filter(row -> row.getInt(1) >= from && row.getInt(1) < end)
        .mapToDouble(
            row -> {
              List<Float> scores = row.getList(2);
              double sum =
                  scores.stream().mapToDouble(score -> Math.pow(score, 1 / temperature)).sum();
              return -Math.log(Math.pow(scores.get(row.getInt(0)), 1 / temperature) / sum);
            })
        .average()
        .orElseThrow();
  }

  /** Where a function with one valley is lowest, by thirds. */
  private static double lowest(DoubleUnaryOperator loss) {
    double low = 1 / 16.0;
    double high = 16;
    while (high - low > 1e-7) {
      double third = (high - low) / 3;
      if (loss.applyAsDouble(low + third) < loss.applyAsDouble(high - third)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return low;
  }

  @Test
  void theTemperatureIsFittedOnOnePartAndItsWorthReportedOnAnother() throws Exception {
    RunResult result = evaluate("temperature");

    assertThat(result.failures()).isEmpty();
    List<Row> rows = stored(result);
    double temperature = lowest(guess -> loss(rows, 0, 40, guess));
    CalibrationRow logLoss =
        result.rows(CalibrationRow.class).stream()
            .filter(row -> Objects.equals(row.metric(), "log-loss"))
            .findFirst()
            .orElseThrow();
    assertThat(logLoss.temperature()).isCloseTo(temperature, within(1e-4));
    assertThat(logLoss.fitted()).isEqualTo(rows.stream().filter(row -> row.getInt(1) < 40).count());
    assertThat(logLoss.reported())
        .isEqualTo(rows.stream().filter(row -> row.getInt(1) >= 70).count());
    assertThat(logLoss.before()).isCloseTo(loss(rows, 70, 100, 1), within(1e-6));
    assertThat(logLoss.after()).isCloseTo(loss(rows, 70, 100, temperature), within(1e-6));
    assertThat(logLoss.interval().lower()).isLessThan(logLoss.difference());
    assertThat(result.rows(CalibrationRow.class))
        .extracting(CalibrationRow::metric)
        .contains("brier", "expected-calibration-error", "risk-coverage-area")
        .doesNotContain("accuracy", "f1");
  }

  @Test
  void binsOfBothAndTheRiskCurveAddUp() throws Exception {
    RunResult result = evaluate("temperature");

    List<ReliabilityRow> bins =
        result.rows(ReliabilityRow.class).stream()
            .filter(row -> row.sliceColumn() == null)
            .toList();
    assertThat(bins.stream().filter(row -> row.temperature() == null))
        .extracting(ReliabilityRow::examples)
        .satisfies(
            counts ->
                assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(EXAMPLES));
    assertThat(bins.stream().filter(row -> row.temperature() != null))
        .extracting(ReliabilityRow::examples)
        .satisfies(
            counts ->
                assertThat(counts.stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(result.rows(CalibrationRow.class).get(0).reported()));
    RiskCoverageRow all =
        result.rows(RiskCoverageRow.class).stream()
            .filter(row -> row.coverage() == 1)
            .findFirst()
            .orElseThrow();
    double accuracy =
        result.metrics().stream()
            .filter(row -> row.metric().equals("accuracy"))
            .findFirst()
            .orElseThrow()
            .value();
    assertThat(all.risk()).isCloseTo(1 - accuracy, within(1e-12));
  }

  @Test
  void nothingIsReadTwiceWhereNobodyAsks() throws Exception {
    evaluate("none");
    assertThat(tasksOf(CalibrationStage.JOB_GROUP, () -> evaluate("none"))).isZero();
    assertThat(tasksOf(CalibrationStage.JOB_GROUP, () -> evaluate("temperature"))).isPositive();
  }
}
