package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a suite says of its data sets. */
class SuiteDatasetsTest extends SuiteParts {
  @Test
  void wordsThatYamlTakesForOtherTypesStayTheTextsTheyAre() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: 2024
                datasets:
                  - {name: "1.0", format: drawn, labels: [no, yes, 010, 1e3, 2020-01-01],
                     label_values: name, count: 10, splits: {test: }}
                models: [{name: on, path: 7}]
                """);

    assertThat(suite.name()).isEqualTo("2024");
    assertThat(suite.datasets().get(0).spec().labels().orElseThrow().names())
        .containsExactly("no", "yes", "010", "1e3", "2020-01-01");
    assertThat(suite.models().get(0).path()).isEqualTo("7");
  }

  @Test
  void theNumberOfClassesIsOneThingToTheDataSetAndItsFormat() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: classes
                datasets: [{name: d, format: drawn, classes: 5, count: 10, splits: {test: }}]
                models: [{name: m, path: m.zip}]
                """);

    assertThat(suite.datasets().get(0).spec().labels()).contains(LabelMap.numbered(5));
    assertThat(suite.datasets().get(0).spec().splits())
        .containsExactly(split("test", Map.of("count", "10", "classes", "5")));
  }

  @Test
  void anOptionMayBeASpace() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: spaces
                datasets: [{name: d, format: drawn, font: " ", count: 10, splits: {test: }}]
                models: [{name: m, path: m.zip}]
                """);

    assertThat(suite.datasets().get(0).spec().splits())
        .containsExactly(split("test", Map.of("count", "10", "font", " ")));
  }

  @Test
  void classNamesThatAreTheirOwnIndicesNeedNoLabelValues() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: numbers
                datasets:
                  - {name: d, format: columns, labels: ["0", "1"], path: a.csv, features: x,
                     splits: {test: }}
                models: [{name: m, path: m.zip}]
                """);

    assertThat(suite.datasets().get(0).spec().labelValues()).isEqualTo(LabelValues.NAME);
  }
}
