package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.predict.PredictStage;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunStatus;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The three Keras LeNets and the DL4J one, held against numpy's forward pass and scikit-learn. */
@EnabledIf(value = "sharedIsThere", disabledReason = "../shared/data is not there")
class MnistLenetIT extends SparkJobTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Offset<Double> ANOTHER_FORWARD_PASS = within(1e-5);

  private RunResult evaluate(Path out) throws IOException {
    return evaluate(
        repository("conf/suites/mnist-lenet.yaml"), Map.of("data", shared().toString()), out);
  }

  @Test
  void everyFigureIsTheIndependentOne() throws Exception {
    RunResult result = evaluate(folder);

    assertThat(result.failures()).isEmpty();
    assertThat(result.run().status()).isEqualTo(RunStatus.DONE);
    for (String model : List.of("lenet-1", "lenet-4", "lenet-5", "dl4j-mnist-lenet")) {
      JsonNode expected =
          new ObjectMapper().readTree(shared().resolve("expected/" + model + ".json").toFile());
      assertModel(result, model, expected);
    }
  }

  private static void assertModel(RunResult result, String model, JsonNode expected) {
    check(result, model, "accuracy", null, expected, "accuracy", EXACT);
    check(result, model, "top-k-accuracy", "k=3", expected, "top3", EXACT);
    check(result, model, "precision", "macro", expected, "macro_precision", EXACT);
    check(result, model, "recall", "macro", expected, "macro_recall", EXACT);
    check(result, model, "f1", "macro", expected, "macro_f1", EXACT);
    check(result, model, "f1", "weighted", expected, "weighted_f1", EXACT);
    check(result, model, "balanced-accuracy", null, expected, "balanced_accuracy", EXACT);
    check(result, model, "matthews-correlation", null, expected, "mcc", EXACT);
    check(result, model, "cohen-kappa", null, expected, "kappa", EXACT);
    check(result, model, "log-loss", null, expected, "log_loss", ANOTHER_FORWARD_PASS);
    check(result, model, "brier", null, expected, "brier_multiclass_sum", ANOTHER_FORWARD_PASS);
    check(
        result, model, "expected-calibration-error", null, expected, "ece10", ANOTHER_FORWARD_PASS);
    for (JsonNode ofClass : expected.get("per_class")) {
      String aspect = "class=" + ofClass.get("c").asInt();
      for (String metric : List.of("precision", "recall", "f1")) {
        check(result, model, metric, aspect, ofClass, metric, EXACT);
      }
    }
    assertConfusion(result, model, expected.get("confusion"));
    RunUnit unit =
        result.units().stream().filter(row -> row.model().equals(model)).findFirst().orElseThrow();
    assertThat(unit.examples()).isEqualTo(expected.get("n").asLong());
    assertThat(unit.notScored()).isZero();
  }

  private static void check(
      RunResult result,
      String model,
      String metric,
      String aspect,
      JsonNode expected,
      String key,
      Offset<Double> offset) {
    List<MetricRow> rows =
        result.metrics().stream()
            .filter(row -> row.model().equals(model) && row.metric().equals(metric))
            .filter(row -> Objects.equals(row.aspect(), aspect) && row.whole())
            .toList();
    assertThat(rows).as("%s %s %s", model, metric, aspect).hasSize(1);
    assertThat(rows.get(0).value())
        .as("%s %s %s", model, metric, aspect)
        .isCloseTo(expected.get(key).asDouble(), offset);
  }

  private static void assertConfusion(RunResult result, String model, JsonNode expected) {
    long[][] counts = new long[10][10];
    result.confusion().stream()
        .filter(row -> row.model().equals(model) && row.sliceColumn() == null)
        .forEach(row -> counts[row.label()][row.prediction()] += row.examples());
    for (int label = 0; label < 10; label++) {
      for (int prediction = 0; prediction < 10; prediction++) {
        assertThat(counts[label][prediction])
            .as("%s: label %d, prediction %d", model, label, prediction)
            .isEqualTo(expected.get(label).get(prediction).asLong());
      }
    }
  }

  @Test
  void theSameSuiteAgainIsANewRunThatPredictsNothing() throws Exception {
    RunResult[] runs = new RunResult[2];
    int first = tasksOf(PredictStage.JOB_GROUP, () -> runs[0] = evaluate(folder));
    int second = tasksOf(PredictStage.JOB_GROUP, () -> runs[1] = evaluate(folder));

    assertThat(first).isPositive();
    assertThat(second).isZero();
    assertThat(runs[1].run().id()).isNotEqualTo(runs[0].run().id());
    assertThat(runs[1].metrics()).isEqualTo(runs[0].metrics());
    assertThat(runs[1].confusion()).isEqualTo(runs[0].confusion());
    assertThat(spark().read().parquet(folder.resolve("reports/runs").toString()).count())
        .isEqualTo(2);
    assertThat(runs[1].units())
        .allSatisfy(unit -> assertThat(unit.partsFromCache()).isEqualTo(unit.parts()));
  }
}
