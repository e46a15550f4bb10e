package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.ParquetBlockWriter;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.run.unit.UnitSettings;
import io.github.steelyard.reports.table.PublishedRuns;
import io.github.steelyard.reports.table.unit.UnitSettingsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an earlier run said, computed again from its predictions alone. */
class ScoreIT extends BadInputTest {
  private static final int ROWS = 240;

  /** Images of 2 x 2 pixels, which go through shifts; flowers with clusters, slices and weights. */
  private Path suite(String evaluate) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path models = Files.createDirectories(folder.resolve("models"));
    Path own = Files.copy(model(), models.resolve("own.zip"));
    Path twin = OnnxTwin.write(model(), models.resolve("twin.onnx"));
    Random random = new Random(5);
    int[] labels = random.ints(ROWS, 0, 2).toArray();
    Files.write(data.resolve("images"), TinyModel.idxImages(ROWS));
    Files.write(data.resolve("labels"), TinyModel.idxLabels(labels));
    for (String split : List.of("train", "test")) {
      Files.writeString(data.resolve(split + ".csv"), flowers(random));
    }
    return Files.writeString(
        folder.resolve("suite.yaml"),
        """
        name: score
        variables: {level: {doc: a confidence, default: 0.9}}
        datasets:
          - {name: dots, format: idx, labels: [a, b], splits: {seen: {images: %1$s/images, labels: %1$s/labels}}}
          - name: flowers
            format: csv
            labels: [a, b]
            train_split: train
            id: id
            label: kind
            features: [w, x, y, z]
            weight: weight
            cluster_by: bed
            slices: [year]
            splits: {train: {path: %1$s/train.csv}, test: {path: %1$s/test.csv}}
        models:
          - {name: own, path: %2$s}
          - {name: twin, path: %3$s, same_as: own}
          - {name: halved, path: %2$s, preprocessing: {scale: 0.5}}
        evaluate: %4$s
        """
            .formatted(data, own, twin, evaluate));
  }

  private static String flowers(Random random) {
    StringBuilder text = new StringBuilder("id,w,x,y,z,kind,weight,bed,year\n");
    for (int row = 0; row < ROWS; row++) {
      text.append('f').append(row);
      for (int feature = 0; feature < 4; feature++) {
        text.append(',').append(random.nextInt(1_000) / 400.0 + row % 2 - 1);
      }
      text.append(row % 2 == 0 ? ",a," : ",b,").append(1 + random.nextInt(4) / 2.0);
      text.append(",bed").append(row % 60).append(row % 5 == 0 ? "," : ",y" + row % 3).append('\n');
    }
    return text.toString();
  }

  private RunResult score(RunResult earlier, @Nullable Suite suite) throws IOException {
    EvaluateOptions options =
        new EvaluateOptions(out.toString(), 0, false, "steelyard score (test)", "test");
    return new ScoreJob(
            spark(), earlier.run().id(), options, suite, new PrintWriter(new StringWriter()))
        .run();
  }

  private void deleteAllButPredictionsAndExamples() throws IOException {
    for (Path gone : List.of(folder.resolve("data"), folder.resolve("models"))) {
      assertThat(FileUtil.fullyDelete(gone.toFile())).isTrue();
    }
    try (var prepared = Files.list(out.resolve("data"))) {
      for (Path folder : prepared.filter(path -> Files.exists(path.resolve("inputs"))).toList()) {
        assertThat(FileUtil.fullyDelete(folder.resolve("inputs").toFile())).isTrue();
      }
    }
  }

  /** Rewrites what the run says of its shifts, as if there had been another version then. */
  private void shiftVersion(RunResult run, int version) throws IOException {
    var table =
        new org.apache.hadoop.fs.Path(
            out.resolve("reports/unit_settings/run_id=" + run.run().id() + "/part-00000.parquet")
                .toUri());
    List<Column> columns = new UnitSettingsTable().columns();
    RowBlock rows;
    Configuration configuration = new Configuration();
    try (ParquetBlockReader reader = new ParquetBlockReader(table, configuration, columns)) {
      rows = reader.next((int) reader.rowsLeft());
    }
    Arrays.fill(rows.ints("shift_version"), version);
    Files.delete(Path.of(table.toUri()));
    try (ParquetBlockWriter writer =
        new ParquetBlockWriter(table, configuration, columns, Map.of())) {
      writer.append(rows);
      writer.publish();
    }
  }

  @Test
  void aShiftKeepsTheVersionThatItsPredictionsWereMadeWith() throws Exception {
    RunResult first =
        evaluate(suite("{shifts: inversion, severities: [1], shift_splits: seen}"), Map.of(), out);
    shiftVersion(first, 7);

    RunResult again = score(first, null);

    assertThat(again.failures()).isEmpty();
    assertThat(again.rows(UnitSettings.class))
        .filteredOn(settings -> settings.shift() != null)
        .hasSize(3)
        .allMatch(settings -> Objects.equals(settings.shiftVersion(), 7));
    assertThat(again.rows(UnitSettings.class))
        .filteredOn(settings -> settings.shift() == null)
        .isNotEmpty()
        .allMatch(settings -> settings.shiftVersion() == null);
  }

  @Test
  void withoutModelsAndDataEveryRowIsAsItWas() throws Exception {
    Path suite =
        suite(
            "{confidence: \"${level}\", shifts: inversion, severities: [1, 3], shift_splits: seen, baseline: own}");
    RunResult first = evaluate(suite, Map.of("level", "0.8"), out);
    assertThat(first.failures()).isEmpty();
    assertThat(first.units()).hasSize(15);
    deleteAllButPredictionsAndExamples();

    RunResult again = score(first, null);

    assertThat(again.failures()).isEmpty();
    assertThat(again.metrics()).isNotEmpty().isEqualTo(first.metrics());
    assertThat(again.metrics())
        .extracting(MetricRow::interval)
        .filteredOn(interval -> interval != null)
        .allMatch(interval -> interval.confidence() == 0.8);
    assertThat(again.confusion()).isNotEmpty().isEqualTo(first.confusion());
    assertThat(again.gaps()).isNotEmpty().isEqualTo(first.gaps());
    assertThat(again.robustness()).isNotEmpty().isEqualTo(first.robustness());
    assertThat(again.agreements()).isNotEmpty().isEqualTo(first.agreements());
    assertThat(again.datasets()).isEqualTo(first.datasets());
    assertThat(again.units())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "partsFromCache", "inferenceSeconds")
        .isEqualTo(first.units());
    assertThat(again.costs()).isNotEmpty().allMatch(first.costs()::contains);
    assertThat(again.models()).isNotEmpty().isEqualTo(first.models());
    assertThat(again.rows(AlarmRow.class)).isEqualTo(first.rows(AlarmRow.class));
    assertThat(again.run().suiteSha256()).isEqualTo(first.run().suiteSha256());
    assertSameRows("models", first, again);
    assertThat(
            PublishedRuns.in(
                new org.apache.hadoop.fs.Path(out.toString()), jsc().hadoopConfiguration()))
        .containsExactlyInAnyOrder(first.run().id(), again.run().id());

    RunResult third = score(again, null);
    assertThat(third.metrics()).as("scored from a run that was scored").isEqualTo(first.metrics());
    assertSameRows("models", first, third);
  }

  private void assertSameRows(String table, RunResult one, RunResult other) {
    assertThat(rowsOf(table, other.run().id()).collectAsList())
        .isNotEmpty()
        .isEqualTo(rowsOf(table, one.run().id()).collectAsList());
  }

  private Dataset<Row> rowsOf(String table, RunId id) {
    return spark()
        .read()
        .parquet(out.resolve("reports").resolve(table).resolve("run_id=" + id).toString());
  }

  @Test
  void aMissingPartCostsItsOwnUnitOnly() throws Exception {
    RunResult first = evaluate(suite("{}"), Map.of(), out);
    RunUnit lost = first.units().get(0);
    Path part = out.resolve("predictions/" + lost.predictionKey() + "/part-00000.parquet");
    Files.delete(part);
    String fingerprint =
        first.units().stream()
            .filter(unit -> unit.split().equals("train"))
            .findFirst()
            .orElseThrow()
            .fingerprint();
    assertThat(FileUtil.fullyDelete(out.resolve("data/" + fingerprint).toFile())).isTrue();

    RunResult again = score(first, null);

    assertThat(sentences(again))
        .containsOnly(
            Map.entry(
                lost.model() + "/" + lost.dataset() + "/" + lost.split(),
                part.getParent()
                    + ": predictions of own on dots/seen are not there (part-00000.parquet),"
                    + " expected what 'evaluate' wrote"),
            Map.entry(
                "flowers/train",
                out.resolve("data/" + fingerprint)
                    + ": does not hold the examples of flowers/train, expected what 'evaluate'"
                    + " prepared"));
    assertThat(again.failures())
        .extracting(row -> row.stage())
        .containsExactlyInAnyOrder(FailureStage.SCORE, FailureStage.PREPARE);
    assertThat(again.metrics())
        .isEqualTo(
            first.metrics().stream()
                .filter(row -> !row.split().equals("train"))
                .filter(row -> !row.model().equals("own") || !row.dataset().equals("dots"))
                .toList());
    assertThat(status(again)).isEqualTo(3);
  }

  @Test
  void aSuiteSaysWhatIsComputedNow() throws Exception {
    RunResult first = evaluate(suite("{metrics: [accuracy]}"), Map.of(), out);
    assertThat(first.metrics()).extracting(MetricRow::metric).containsOnly("accuracy");
    Files.delete(folder.resolve("suite.yaml"));
    deleteAllButPredictionsAndExamples();
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            """
            name: other
            datasets: [{name: none, format: csv, labels: [a, b], label: kind, splits: {test: {path: none.csv}}}]
            models: [{name: none, path: none.zip}]
            evaluate: {metrics: [log-loss, roc-auc], confidence: 0.99}
            """);

    RunResult again = score(first, SuiteFile.read(other, Map.of()));

    assertThat(again.failures()).isEmpty();
    assertThat(again.run().suite()).isEqualTo("score");
    assertThat(again.metrics()).extracting(MetricRow::metric).containsOnly("log-loss", "roc-auc");
    assertThat(again.units()).hasSameSizeAs(first.units());
  }
}
