package io.github.steelyard.jobs.evaluate.generalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Some of a split's examples in place of all of them, through a whole run. */
class CovariateShiftIT extends BadInputTest {
  private static final int EXAMPLES = 400;

  private List<Row> outcomes(RunUnit unit) {
    return spark()
        .read()
        .parquet(out.resolve("predictions/" + unit.predictionKey()).toString())
        .orderBy("ordinal")
        .select("prediction", "confidence")
        .collectAsList();
  }

  @Test
  void whatIsDrawnHasThePredictionsThatItHadAndTheRestCountsAsNotScored() throws Exception {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            "name: drawn\ndatasets: [%s]\nmodels: [%s]\nevaluate: {shifts: covariate-shift, severities: [1, 5]}\n"
                .formatted(
                    csv(Map.of("test", file("test.csv", TinyModel.flowers(EXAMPLES)))),
                    goodModel()));

    RunResult result = evaluate(suite, Map.of(), out);

    assertThat(result.failures()).isEmpty();
    assertThat(result.units()).hasSize(3);
    RunUnit clean = result.units().get(0);
    assertThat(clean.shift()).isNull();
    assertThat(clean.notScored()).isZero();
    List<Row> all = outcomes(clean);
    for (RunUnit unit : result.units().subList(1, 3)) {
      List<Row> drawn = outcomes(unit);
      long left = drawn.stream().filter(row -> !row.isNullAt(0)).count();
      assertThat(unit.notScored()).isEqualTo(EXAMPLES - left).isBetween(120L, 280L);
      for (int row = 0; row < EXAMPLES; row++) {
        if (!drawn.get(row).isNullAt(0)) {
          assertThat(drawn.get(row)).isEqualTo(all.get(row));
        }
      }
      MetricRow accuracy =
          result.metrics().stream()
              .filter(
                  row ->
                      Objects.equals(row.shift(), unit.shift()) && row.metric().equals("accuracy"))
              .findFirst()
              .orElseThrow();
      assertThat(accuracy.examples()).isEqualTo(left);
      assertThat(accuracy.value()).isCloseTo(hits(clean, unit) / (double) left, within(1e-12));
    }
  }

  /** Drawn examples that the model is right about. */
  private long hits(RunUnit clean, RunUnit unit) {
    return spark()
        .read()
        .parquet(out.resolve("data/" + clean.fingerprint() + "/examples").toString())
        .join(
            spark().read().parquet(out.resolve("predictions/" + unit.predictionKey()).toString()),
            "ordinal")
        .where("label = prediction")
        .count();
  }
}
