package io.github.steelyard.jobs.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.OnnxLinear;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.run.generalization.GapReference;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Regressions and sets of labels, whole: small files and models in, numbers worked by hand out. */
class TasksIT extends SparkJobTest {
  private RunResult evaluate(String suite) throws IOException {
    Path file = Files.writeString(folder.resolve("suite.yaml"), suite);
    return evaluate(file, Map.of("folder", folder.toString()), folder.resolve("out"));
  }

  private static double metric(RunResult result, String model, String split, String metric) {
    return result.metrics().stream()
        .filter(row -> row.model().equals(model) && row.split().equals(split) && row.whole())
        .filter(row -> row.metric().equals(metric) && row.aspect() == null)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private List<Row> predictions(RunResult result, String model, String split) {
    RunUnit unit =
        result.units().stream()
            .filter(row -> row.model().equals(model) && row.split().equals(split))
            .findFirst()
            .orElseThrow();
    return spark()
        .read()
        .parquet(folder.resolve("out/predictions").resolve(unit.predictionKey()).toString())
        .orderBy("ordinal")
        .collectAsList();
  }

  private static final String REGRESSION =
      """
      name: numbers
      task: regression
      variables: {folder: {doc: of the files}}
      datasets:
        - name: line
          format: csv
          id: id
          label: y
          splits:
            train: {path: "${folder}/train.csv"}
            val: {path: "${folder}/train.csv"}
            test: {path: "${folder}/test.csv"}
      models:
        - {name: plane, path: "${folder}/plane.onnx"}
        - {name: raised, path: "${folder}/raised.onnx", same_as: plane}
      """;

  @Test
  void aRegressionsErrorsAreThoseOfItsPredictions() throws Exception {
    // 2 x1 - x2 + 1 is 2, 5, -2 and 10: off by -1, 1, 0 and -4.
    Files.writeString(
        folder.resolve("test.csv"), "id,x1,x2,y\na,1,1,3\nb,2,0,4\nc,0,3,-2\nd,5,1,14\n");
    Files.writeString(folder.resolve("train.csv"), "id,x1,x2,y\ne,1,1,2.5\nf,0,0,0.5\n");
    float[][] weights = {{2}, {-1}};
    OnnxLinear.write(folder.resolve("plane.onnx"), weights, 1);
    OnnxLinear.write(folder.resolve("raised.onnx"), weights, 1.25f);

    RunResult result = evaluate(REGRESSION);

    assertThat(result.failures()).isEmpty();
    assertThat(predictions(result, "plane", "test"))
        .extracting(row -> row.getDouble(row.fieldIndex("prediction")))
        .containsExactly(2.0, 5.0, -2.0, 10.0);
    assertThat(metric(result, "plane", "test", "mean-absolute-error")).isCloseTo(1.5, EXACT);
    assertThat(metric(result, "plane", "test", "root-mean-squared-error"))
        .isCloseTo(Math.sqrt(4.5), EXACT);
    // Distances from the mean target of 4.75: 1.75, 0.75, 6.75 and 9.25.
    assertThat(metric(result, "plane", "test", "r-squared")).isCloseTo(1 - 18 / 134.75, EXACT);
    assertThat(metric(result, "plane", "train", "mean-absolute-error")).isCloseTo(0.5, EXACT);
    assertThat(
            result.gaps().stream()
                .filter(row -> row.model().equals("plane"))
                .filter(row -> row.metric().equals("mean-absolute-error"))
                .filter(row -> row.testSplit().equals("test"))
                .findFirst()
                .orElseThrow()
                .gap())
        .isCloseTo(-1, EXACT);
    assertThat(result.gaps())
        .filteredOn(row -> row.model().equals("plane"))
        .filteredOn(row -> row.metric().equals("mean-absolute-error"))
        .extracting(row -> row.trainSplit() + "/" + row.testSplit(), GapRow::reference, GapRow::gap)
        .containsExactly(
            tuple("train/val", GapReference.TRAINING, 0.0),
            tuple("train/test", GapReference.TRAINING, -1.0),
            tuple("val/test", GapReference.VALIDATION, -1.0));
    assertThat(result.confusion()).isEmpty();
    DatasetRow line = result.datasets().get(2);
    assertThat(line.examples()).isEqualTo(4);
    assertThat(line.labels().classes()).isZero();
    assertThat(line.classCounts()).isEmpty();
    assertThat(result.units()).extracting(RunUnit::outputs).containsOnly("values");
    assertThat(Leaderboard.text(result))
        .contains("line / test: 4 examples; gap: RMSE on train less RMSE here")
        .containsSubsequence("RMSE", "gap", "MAE", "R²", "plane", "2.1213", "raised");
  }

  private static final org.assertj.core.data.Offset<Double> EXACT = within(1e-12);

  @Test
  void modelsThatShouldPredictTheSameNumbersAreHeldAgainstEachOther() throws Exception {
    Files.writeString(folder.resolve("test.csv"), "id,x1,x2,y\na,1,1,3\nb,2,0,4\n");
    Files.writeString(folder.resolve("train.csv"), "id,x1,x2,y\ne,1,1,2.5\nf,0,0,0.5\n");
    float[][] weights = {{2}, {-1}};
    OnnxLinear.write(folder.resolve("plane.onnx"), weights, 1);
    OnnxLinear.write(folder.resolve("raised.onnx"), weights, 1.25f);

    RunResult result = evaluate(REGRESSION);

    assertThat(result.agreements()).hasSize(3);
    AgreementRow row =
        result.agreements().stream()
            .filter(candidate -> candidate.split().equals("test"))
            .findFirst()
            .orElseThrow();
    assertThat(row.examples()).isEqualTo(2);
    // 2 and 2.25, 5 and 5.25: shares of the larger.
    assertThat(row.largestDifference()).isCloseTo(0.25 / 2.25, EXACT);
    assertThat(row.meanDifference()).isCloseTo((0.25 / 2.25 + 0.25 / 5.25) / 2, EXACT);
    assertThat(row.agrees()).isFalse();
  }

  @Test
  void setsOfLabelsAreScoredLabelByLabel() throws Exception {
    spark()
        .sql(
            "select * from values ('a', 1f, -1f, array('red', 'blue')), ('b', -1f, 2f, array('red')),"
                + " ('c', 2f, 1f, array()), ('d', 3f, -2f, array('green', 'blue'))"
                + " as t(id, x1, x2, colours)")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("test.parquet").toString());
    // Red is x1, green x2, blue x1 - x2, as logits: 0 and more is yes.
    OnnxLinear.write(folder.resolve("linear.onnx"), new float[][] {{1, 0, 1}, {0, 1, -1}}, 0, 0, 0);

    RunResult result =
        evaluate(
            """
            name: colours
            task: multilabel
            variables: {folder: {doc: of the files}}
            datasets:
              - name: colours
                format: parquet
                labels: [red, green, blue]
                id: id
                label: colours
                splits:
                  test: {path: "${folder}/test.parquet"}
            models:
              - {name: linear, path: "${folder}/linear.onnx", outputs: logits}
            """);

    assertThat(result.failures()).isEmpty();
    List<Row> predicted = predictions(result, "linear", "test");
    assertThat(predicted)
        .extracting(row -> row.getList(row.fieldIndex("predictions")))
        .containsExactly(List.of(0, 2), List.of(1), List.of(0, 1, 2), List.of(0, 2));
    List<Float> first = predicted.get(0).getList(predicted.get(0).fieldIndex("scores"));
    assertThat(first.get(0)).isCloseTo((float) (1 / (1 + Math.exp(-1))), within(1e-7f));
    assertThat(metric(result, "linear", "test", "subset-accuracy")).isCloseTo(0.25, EXACT);
    // Wrong are none, red and green, all three, red and green.
    assertThat(metric(result, "linear", "test", "hamming-loss")).isCloseTo(7 / 12.0, EXACT);
    // a: both labels lead; b: red is second; c has none, which counts as 1; d: 1 and 2 of 3.
    assertThat(metric(result, "linear", "test", "label-ranking-average-precision"))
        .isCloseTo((1 + 0.5 + 1 + (1 + 2 / 3.0) / 2) / 4, EXACT);
    assertThat(result.confusion()).isEmpty();
    assertThat(result.datasets().get(0).classCounts()).containsExactly(2L, 1L, 2L);
    assertThat(Leaderboard.text(result))
        .containsSubsequence("subset accuracy", "gap", "Hamming loss", "LRAP", "linear", "0.2500");
  }

  @Test
  void aModelOfAnotherTasksOutputsIsAFailureInASentence() throws Exception {
    Files.writeString(folder.resolve("test.csv"), "id,x1,x2,y\na,1,1,3\n");
    Files.writeString(folder.resolve("train.csv"), "id,x1,x2,y\ne,1,1,2.5\n");
    OnnxLinear.write(folder.resolve("plane.onnx"), new float[][] {{1, 2}, {3, 4}}, 0, 0);
    OnnxLinear.write(folder.resolve("raised.onnx"), new float[][] {{2}, {-1}}, 1);

    RunResult result = evaluate(REGRESSION);

    assertThat(result.failures())
        .extracting(FailureRow::message)
        .containsOnly(
            "Model 'plane': The model yields 2 numbers for each example, regression expects one");
  }
}
