package io.github.steelyard.jobs.evaluate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.SliceDifferenceRow;
import io.github.steelyard.reports.run.quality.WorstSliceRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slices that a suite defines, through a whole run. */
class SlicesIT extends SparkJobTest {
  private static final int ROWS = 240;

  private Path model;

  /** Of every example its hospital and age beside what the model looks at. */
  @BeforeEach
  void writeExamples() throws IOException {
    model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("model")));
    String[] flowers = TinyModel.flowers(ROWS).split("\n");
    StringBuilder text = new StringBuilder(flowers[0]).append(",hospital,age\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(flowers[row + 1]).append(',').append(hospital(row)).append(',');
      text.append(age(row)).append('\n');
    }
    Files.writeString(folder.resolve("examples.csv"), text.toString());
  }

  private static String hospital(int row) {
    return row % 3 == 0 ? "north" : "south";
  }

  private static int age(int row) {
    return 20 + row % 60;
  }

  private RunResult evaluate(String slices) throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            """
            name: sliced
            datasets:
              - name: patients
                format: csv
                id: id
                label: kind
                labels: [a, b]
                features: [w, x, y, z]
                slices: [hospital, age]
                splits: {test: {path: "${folder}/examples.csv"}}
            models: [{name: m, path: "${model}"}]
            variables: {folder: {doc: the data}, model: {doc: the model}}
            evaluate: {min_slice: 10, slices: %s}
            """
                .formatted(slices));
    return evaluate(
        suite,
        Map.of("folder", folder.toString(), "model", model.toString()),
        folder.resolve("out"));
  }

  private static Map<String, Long> examples(RunResult result, String column) {
    return result.metrics().stream()
        .filter(row -> column.equals(row.sliceColumn()) && row.metric().equals("accuracy"))
        .collect(
            Collectors.toMap(
                row -> String.valueOf(row.sliceValue()),
                MetricRow::examples,
                Long::sum,
                TreeMap::new));
  }

  private static MetricRow accuracy(RunResult result, String column, String value) {
    return result.metrics().stream()
        .filter(row -> column.equals(row.sliceColumn()) && value.equals(row.sliceValue()))
        .filter(row -> row.metric().equals("accuracy"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void crossesAndExpressionsAreSlicesLikeTheStoredOnes() throws Exception {
    RunResult result =
        evaluate(
            "[{name: old, sql: \"age >= 50\"}, {cross: [hospital, old]},"
                + " {name: kinds, sql: \"label\"}]");

    assertThat(result.failures()).isEmpty();
    assertThat(result.datasets())
        .extracting(DatasetRow::slices)
        .containsExactly(List.of("age", "hospital", "old", "hospital x old", "kinds"));
    assertThat(examples(result, "old")).isEqualTo(Map.of("true", 120L, "false", 120L));
    assertThat(examples(result, "hospital x old"))
        .isEqualTo(
            Map.of(
                "north, true", 40L, "north, false", 40L, "south, true", 80L, "south, false", 80L));
    assertThat(examples(result, "kinds")).isEqualTo(Map.of("a", 120L, "b", 120L));
  }

  @Test
  void aSliceOfTooFewExamplesIsCountedAndHasNoValue() throws Exception {
    RunResult result = evaluate("[{name: one, sql: \"if(id = 'f7', 'f7', 'others')\"}]");

    MetricRow one = accuracy(result, "one", "f7");
    assertThat(one.examples()).isEqualTo(1);
    assertThat(one.value()).isNull();
    assertThat(one.undefinedReason()).isEqualTo("fewer than 10 examples");
    assertThat(examples(result, "age"))
        .hasSize(60)
        .allSatisfy((age, n) -> assertThat(n).isEqualTo(4));
    assertThat(result.rows(WorstSliceRow.class))
        .isNotEmpty()
        .allMatch(row -> row.sliceColumn().equals("hospital"));
  }

  @Test
  void theWorstSliceAndTheDifferencesFollowFromTheValuesOfTheSlices() throws Exception {
    RunResult result = evaluate("[{cross: [hospital, age]}]");
    double north = accuracy(result, "hospital", "north").value();
    double south = accuracy(result, "hospital", "south").value();

    assertThat(result.rows(WorstSliceRow.class))
        .filteredOn(row -> row.metric().equals("accuracy"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.value()).isEqualTo(Math.min(north, south));
              assertThat(row.difference())
                  .isCloseTo(row.value() - (80 * north + 160 * south) / 240, within(1e-12));
            });
    assertThat(result.rows(SliceDifferenceRow.class))
        .filteredOn(row -> row.metric().equals("accuracy") && row.difference() != null)
        .hasSize(2)
        .allSatisfy(
            row -> {
              double sign = row.sliceValue().equals("north") ? 1 : -1;
              assertThat(row.difference()).isCloseTo(sign * (north - south), within(1e-12));
              assertThat(row.interval()).isNotNull();
              assertThat(row.interval().method()).isEqualTo("mover");
              assertThat(row.adjustedPValue()).isBetween(0.0, 1.0);
              assertThat(row.examples() + row.restExamples()).isEqualTo(ROWS);
            });
  }

  @Test
  void aNewSliceTouchesNoPredictions() throws Exception {
    RunResult before = evaluate("[{cross: [hospital, age]}]");
    RunResult after = evaluate("[{name: new, sql: \"hospital = 'north'\"}]");

    assertThat(after.units())
        .allMatch(unit -> unit.partsFromCache() == unit.parts())
        .extracting(unit -> unit.predictionKey())
        .isEqualTo(before.units().stream().map(unit -> unit.predictionKey()).toList());
    assertThat(accuracy(after, "new", "true").value())
        .isEqualTo(accuracy(before, "hospital", "north").value());
  }

  @Test
  void anExpressionThatDoesNotFitIsSaidAndTheOthersGoOn() throws Exception {
    RunResult result =
        evaluate("[{name: bad, sql: \"hospitl = 'north'\"}, {name: good, sql: \"age > 30\"}]");

    assertThat(result.failures())
        .extracting(FailureRow::message)
        .containsExactly(
            "Slices 'bad' of patients/test: expected columns of age, hospital, id, label, weight."
                + " Found: hospitl");
    assertThat(examples(result, "good")).isEqualTo(Map.of("true", 196L, "false", 44L));
    assertThat(examples(result, "bad")).isEmpty();
  }

  @Test
  void anExampleThatAnExpressionHasNoValueForFailsItsSplitsUnits() throws Exception {
    RunResult result = evaluate("[{name: bad, sql: \"hospital > 3\"}]");

    assertThat(result.failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.model()).isEqualTo("m");
              assertThat(failure.message())
                  .startsWith(
                      "Slices 'bad' of patients/test: expected a row that the expression has a"
                          + " value for. Found: The value '")
                  .doesNotContain("SQLSTATE");
            });
    assertThat(result.metrics()).isEmpty();
  }
}
