package io.github.steelyard.jobs.evaluate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.cost.ProcessMemory;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.engine.training.ModelCardFile;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.predict.PredictStage;
import io.github.steelyard.jobs.train.TrainJob;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trains small families on drawn digits and evaluates them, whole: files in, tables out. */
class FamilyIT extends SparkJobTest {
  private static final String FAMILY =
      """
      name: small
      dataset:
        name: digits
        format: synthetic
        classes: 10
        splits:
          train: {examples: 300, seed: 1}
      preprocessing: {scale: 1/255, layout: NCHW}
      axes:
        epochs: 2
        seeds: [1, 2]
      models:
        - {architecture: mlp, width: 8, depth: 1}
        - {architecture: plain-cnn, width: 4, depth: 2, dropout: 0.2}
      """;

  private static final String SUITE =
      """
      name: small
      variables:
        models: {doc: the family's folder}
        include: {doc: a glob of names, default: "*"}
      datasets:
        - name: digits
          format: synthetic
          classes: 10
          splits:
            train: {examples: 300, seed: 1}
            test: {examples: 250, seed: 2}
            shifted: {examples: 250, seed: 3, noise: 0.3}
      models:
        - {family: "${models}", include: "${include}"}
      evaluate: {batch_size: 64}
      """;

  private Path family;
  private Path suite;
  private Path models;

  @BeforeEach
  void writeFiles() throws IOException {
    family = Files.writeString(folder.resolve("family.yaml"), FAMILY);
    suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);
    models = folder.resolve("models");
  }

  private TrainJob.Result train(Path into) throws IOException {
    return train(family, Map.of(), into);
  }

  private ModelCard card(Path from, String name) throws IOException {
    return ModelCardFile.read(from.resolve(name + ModelCardFile.SUFFIX));
  }

  private static List<String> names(Path from) throws IOException {
    try (var files = Files.list(from)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ModelCardFile.SUFFIX))
          .map(name -> name.replace(ModelCardFile.SUFFIX, ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFamilyIsTrainedOnceAndTheSameBytesComeOutAgain() throws Exception {
    assertThat(train(models)).isEqualTo(new TrainJob.Result(4, 0, 0));
    assertThat(train(models)).isEqualTo(new TrainJob.Result(0, 4, 0));

    Path again = folder.resolve("again");
    assertThat(train(again)).isEqualTo(new TrainJob.Result(4, 0, 0));
    assertThat(names(models)).hasSize(4).isEqualTo(names(again));
    for (String name : names(models)) {
      ModelCard card = card(models, name);
      assertThat(card.training().epochLosses()).hasSize(2);
      assertThat(card.data().examples()).isEqualTo(300);
      assertThat(card.size().parameters()).isPositive();
      assertThat(card.file().sha256()).isEqualTo(card(again, name).file().sha256());
    }
    assertThat(names(models).stream().map(name -> sha256(models, name)).distinct()).hasSize(4);
  }

  private String sha256(Path from, String name) {
    try {
      return card(from, name).file().sha256();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void modelsOfOnePassKeepTheirOwnCounts() throws Exception {
    train(models);
    RunResult together =
        evaluate(suite, Map.of("models", models.toString()), folder.resolve("together"));
    assertThat(together.failures()).isEmpty();
    assertThat(together.units()).hasSize(12);
    assertThat(together.units().stream().map(RunUnit::predictionKey).distinct()).hasSize(12);
    for (String name : names(models)) {
      RunResult alone =
          evaluate(
              suite,
              Map.of("models", models.toString(), "include", name),
              folder.resolve("alone-" + name));
      assertThat(alone.metrics()).isEqualTo(of(together.metrics(), name));
      assertThat(alone.confusion())
          .isEqualTo(
              together.confusion().stream().filter(row -> row.model().equals(name)).toList());
      assertThat(alone.confusion().stream().mapToLong(ConfusionRow::examples).sum())
          .isEqualTo(300 + 250 + 250 + sliced(alone));
    }
  }

  private static long sliced(RunResult result) {
    return result.confusion().stream()
        .filter(row -> row.sliceColumn() != null)
        .mapToLong(ConfusionRow::examples)
        .sum();
  }

  private static List<MetricRow> of(List<MetricRow> rows, String model) {
    return rows.stream().filter(row -> row.model().equals(model)).toList();
  }

  @Test
  void theTablesHoldWhatTheRunFound() throws Exception {
    train(models);
    Path out = folder.resolve("out");
    RunResult result = evaluate(suite, Map.of("models", models.toString()), out);

    assertThat(result.gaps())
        .extracting(gap -> gap.trainSplit() + "/" + gap.testSplit())
        .contains("train/test", "train/shifted")
        .doesNotContain("train/train");
    assertThat(result.costs())
        .extracting(CostRow::cost)
        .contains(
            CostRow.PARAMETERS,
            CostRow.MACS_PER_EXAMPLE,
            CostRow.FILE_BYTES,
            CostRow.TRAINING_SECONDS);
    for (String table :
        List.of(
            "runs",
            "run_units",
            "models",
            "datasets",
            "metrics",
            "confusion",
            "costs",
            "gaps",
            "failures")) {
      Dataset<Row> rows = spark().read().parquet(out.resolve("reports/" + table).toString());
      assertThat(rows.columns()).as(table).contains("run_id");
    }
    Dataset<Row> accuracies =
        spark()
            .read()
            .parquet(out.resolve("reports/metrics").toString())
            .where("metric = 'accuracy' AND slice_column IS NULL AND split = 'train'");
    assertThat(accuracies.select("value").collectAsList().stream().map(row -> row.getDouble(0)))
        .hasSize(4)
        .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
  }

  @Test
  void whatModelsTakeIsMeasuredWhereTheyRunAndNotToldWhereNoneRan() throws Exception {
    train(models);
    Path out = folder.resolve("out");
    RunResult first = evaluate(suite, Map.of("models", models.toString()), out);
    RunResult second = evaluate(suite, Map.of("models", models.toString()), out);

    for (String name : names(models)) {
      assertThat(cost(first, name, CostRow.TRAINED_PARAMETERS))
          .isEqualTo(cost(first, name, CostRow.PARAMETERS));
      assertThat(cost(first, name, CostRow.REPLICAS)).containsExactly(1.0);
      assertThat(cost(first, name, CostRow.REPLICAS_PER_PROCESS)).containsExactly(1.0);
    }
    if (ProcessMemory.offHeapBytes().isPresent()) {
      assertThat(cost(first, names(models).get(0), CostRow.PEAK_OFF_HEAP_BYTES).get(0))
          .isBetween(5e7, 1e10);
    }
    assertThat(second.costs())
        .extracting(CostRow::cost)
        .contains(CostRow.TRAINED_PARAMETERS)
        .doesNotContain(
            CostRow.REPLICAS, CostRow.REPLICAS_PER_PROCESS, CostRow.PEAK_OFF_HEAP_BYTES);
  }

  private static List<Double> cost(RunResult result, String model, String cost) {
    return result.costs().stream()
        .filter(row -> row.model().equals(model) && row.cost().equals(cost))
        .map(CostRow::value)
        .toList();
  }

  @Test
  void aFamilyMayLieWhereARunStagesItsModels() throws Exception {
    Path out = folder.resolve("out");
    train(out.resolve("models"));

    RunResult result = evaluate(suite, Map.of("models", out.resolve("models").toString()), out);

    assertThat(result.failures()).isEmpty();
    assertThat(result.units()).hasSize(4 * 3);
  }

  @Test
  void aPartThatIsMissingIsComputedAgainAlone() throws Exception {
    train(models);
    Path out = folder.resolve("out");
    RunResult first = evaluate(suite, Map.of("models", models.toString()), out);
    RunUnit unit =
        first.units().stream().min(Comparator.comparing(RunUnit::predictionKey)).orElseThrow();
    Path part = out.resolve("predictions/" + unit.predictionKey() + "/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(part);
    Files.delete(part);

    RunResult[] second = new RunResult[1];
    int tasks =
        tasksOf(
            PredictStage.JOB_GROUP,
            () -> second[0] = evaluate(suite, Map.of("models", models.toString()), out));

    assertThat(tasks).isEqualTo(1);
    assertThat(Files.readAllBytes(part)).isEqualTo(bytes);
    assertThat(second[0].metrics()).isEqualTo(first.metrics());
  }

  @Test
  void aLimitTakesAStratifiedSample() throws Exception {
    train(models);
    RunResult result =
        evaluate(suite, Map.of("models", models.toString()), folder.resolve("out"), 100);

    assertThat(result.datasets())
        .allSatisfy(
            split -> {
              assertThat(split.examples()).isEqualTo(100);
              assertThat(split.classCounts()).allMatch(count -> count > 0);
            });
    assertThat(result.run().limit()).isEqualTo(100);
  }
}
