package io.github.steelyard.jobs.evaluate.generalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.generalization.DomainAgreementRow;
import io.github.steelyard.reports.run.generalization.DomainRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Data sets that stand for other domains, through a whole run. */
class RelativesIT extends SparkJobTest {
  private static final String SUITE =
      """
      name: domains
      variables: {folder: {doc: the data}, model: {doc: the model}}
      datasets:
        - name: garden
          format: csv
          id: id
          label: kind
          labels: [a, b]
          splits: {test: {path: "${folder}/garden.csv"}}
        - name: meadow
          format: csv
          id: id
          label: kind
          labels: [a, b]
          splits: {test: {path: "${folder}/meadow.csv"}}
          relative_of: garden/test
        - name: other
          format: csv
          id: id
          label: kind
          labels: [b, a]
          splits: {test: {path: "${folder}/meadow.csv"}}
          relative_of: garden/test
      models: [{name: one, path: "${model}"}, {name: two, path: "${model}"}]
      """;

  private static double accuracy(RunResult result, String dataset) {
    return result.metrics().stream()
        .filter(row -> row.dataset().equals(dataset) && row.model().equals("one"))
        .filter(row -> row.metric().equals("accuracy") && row.aspect() == null)
        .map(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void valuesThereAreHeldAgainstTheOriginWhereLabelsAreTheSame() throws Exception {
    Path model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("model")));
    Files.writeString(folder.resolve("garden.csv"), TinyModel.flowers(120));
    // Flowers of the meadow are those of the garden, upside down: every measure is negated.
    Files.writeString(
        folder.resolve("meadow.csv"),
        TinyModel.flowers(90)
            .replaceAll(",(?=[0-9])", ",0-")
            .replace(",-", ",")
            .replace("0-", "-"));
    Path suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);

    RunResult result =
        evaluate(
            suite,
            Map.of("folder", folder.toString(), "model", model.toString()),
            folder.resolve("out"));

    Relative meadow = new Relative("meadow", "test", "garden", "test");
    assertThat(result.rows(DomainRow.class))
        .isNotEmpty()
        .allMatch(row -> row.relative().equals(meadow))
        .filteredOn(row -> row.metric().equals("accuracy"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.difference())
                  .isCloseTo(
                      accuracy(result, "meadow") - accuracy(result, "garden"), within(1e-12));
              assertThat(row.interval()).isNotNull();
              assertThat(row.rank()).isEqualTo(1.5);
              assertThat(row.rankDifference()).isZero();
            });
    assertThat(result.rows(DomainAgreementRow.class))
        .filteredOn(row -> row.metric().equals("accuracy"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.models()).isEqualTo(2);
              assertThat(row.undefinedReason()).isEqualTo("all models have the same value");
            });
    assertThat(result.failures())
        .extracting(FailureRow::message)
        .containsExactly(
            "other/test: as a relative of garden/test expected its labels in their order, a, b."
                + " Found: b, a");
    assertThat(accuracy(result, "other")).isBetween(0.0, 1.0);
  }
}
