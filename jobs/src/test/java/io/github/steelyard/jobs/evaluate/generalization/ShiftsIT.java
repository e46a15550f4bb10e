package io.github.steelyard.jobs.evaluate.generalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.SmallDigits;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.RobustnessRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shifted inputs on their way through a run. */
class ShiftsIT extends SparkJobTest {
  private static final String SUITE =
      """
      name: small
      variables: {models: {doc: the family's folder}, shifts: {doc: which, default: inversion}}
      datasets:
        - name: digits
          format: synthetic
          classes: 10
          splits:
            train: {examples: 400, seed: 1}
            test: {examples: 250, seed: 2}
        - name: flowers
          format: csv
          id: id
          label: kind
          labels: [a, b]
          splits: {other: {path: "${models}/flowers.csv"}}
      models: [{family: "${models}"}]
      evaluate: {shifts: ["${shifts}", gaussian-noise], severities: [1, 5], baseline: mlp-s1}
      """;

  private Path suite;
  private Path models;

  @BeforeEach
  void train() throws IOException {
    Path family = Files.writeString(folder.resolve("family.yaml"), SmallDigits.family("1, 2"));
    suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);
    models = folder.resolve("models");
    train(family, Map.of(), models);
    Files.writeString(models.resolve("flowers.csv"), TinyModel.flowers(40));
  }

  private RunResult evaluate(String out) throws IOException {
    return evaluate(suite, Map.of("models", models.toString()), folder.resolve(out));
  }

  private static double accuracy(RunResult result, String shift, int severity) {
    return result.metrics().stream()
        .filter(row -> row.model().equals("mlp-s1") && row.split().equals("test"))
        .filter(row -> row.metric().equals("accuracy") && row.aspect() == null)
        .filter(row -> is(row.shift(), shift, severity))
        .map(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(AppliedShift applied, String shift, int severity) {
    return applied == null
        ? shift == null
        : applied.shift().equals(shift) && applied.severity() == severity;
  }

  @Test
  void eachShiftAndSeverityIsAUnitOfItsOwnAndTheTrainingSplitHasNone() throws Exception {
    RunResult result = evaluate("out");

    assertThat(result.units().stream().filter(unit -> unit.split().equals("test")))
        .hasSize(2 * (1 + 2 * 2));
    assertThat(result.units().stream().filter(unit -> unit.split().equals("train")))
        .hasSize(2)
        .allMatch(unit -> unit.shift() == null);
    assertThat(result.units().stream().map(unit -> unit.predictionKey()).distinct()).hasSize(12);
    double clean = accuracy(result, null, 0);
    assertThat(clean).isGreaterThan(0.5);
    assertThat(accuracy(result, "inversion", 5)).isLessThan(clean - 0.2);
    assertThat(result.gaps()).allMatch(gap -> gap.testSplit().equals("test"));
  }

  @Test
  void whatCannotBeShiftedIsSaidOnceForEachShiftAndTheRestGoesOn() throws Exception {
    RunResult result = evaluate("out");

    assertThat(result.failures().stream().filter(row -> row.model() == null))
        .extracting(row -> row.message())
        .containsExactlyInAnyOrder(
            "Shift 'inversion' on flowers/other: expected uint8 images [height, width, 1 or 3]."
                + " Found: FLOAT32 inputs of [4]",
            "Shift 'gaussian-noise' on flowers/other: expected uint8 images [height, width, 1 or"
                + " 3]. Found: FLOAT32 inputs of [4]");
  }

  @Test
  void robustnessIsHeldAgainstTheBaseline() throws Exception {
    List<RobustnessRow> rows = evaluate("out").robustness();

    assertThat(rows)
        .filteredOn(row -> row.measure().equals("corruption-error") && row.shift() != null)
        .hasSize(4)
        .allMatch(row -> "mlp-s1".equals(row.baseline()) && row.cells() == 2)
        .filteredOn(row -> row.model().equals("mlp-s1"))
        .hasSize(2)
        .allMatch(row -> row.value() != null && Math.abs(row.value() - 1) < 1e-12);
  }

  @Test
  void anotherRunGivesTheSameValuesFromScratchAndPredictsNothingFromTheCache() throws Exception {
    RunResult first = evaluate("one");
    RunResult again = evaluate("one");
    RunResult elsewhere = evaluate("two");

    assertThat(again.units()).allMatch(unit -> unit.parts() == unit.partsFromCache());
    assertThat(again.metrics()).isEqualTo(first.metrics());
    assertThat(elsewhere.metrics()).isEqualTo(first.metrics());
  }

  @Test
  void tablesHaveShiftsOfTheirOwnAndAllAreThoseThatFit() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("table.yaml"),
            """
            name: table
            variables: {model: {doc: the model}, flowers: {doc: the data}}
            datasets:
              - name: flowers
                format: csv
                id: id
                label: kind
                labels: [a, b]
                splits: {other: {path: "${flowers}"}}
            models: [{name: m, path: "${model}"}]
            evaluate: {shifts: all, severities: [1, 5]}
            """);
    Path model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("tiny")));
    Map<String, String> variables =
        Map.of("model", model.toString(), "flowers", models.resolve("flowers.csv").toString());

    RunResult result = evaluate(table, variables, folder.resolve("table"));
    RunResult elsewhere = evaluate(table, variables, folder.resolve("again"));

    assertThat(result.failures()).isEmpty();
    assertThat(result.units().stream().map(unit -> String.valueOf(unit.shift())).distinct())
        .hasSize(1 + 4 * 2);
    assertThat(result.metrics())
        .filteredOn(row -> row.metric().equals("log-loss") && row.shift() != null)
        .extracting(row -> row.shift().kind())
        .containsOnly("table");
    assertThat(result.metrics().stream().map(MetricRow::value).distinct().count())
        .isGreaterThan(20);
    assertThat(elsewhere.metrics()).isEqualTo(result.metrics());
  }
}
