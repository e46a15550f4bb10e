package io.github.steelyard.jobs.evaluate.suspicion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.evaluate.ScoreJob;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.SliceDifferenceRow;
import io.github.steelyard.reports.run.suspicion.ContaminationKind;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.suspicion.DuplicateRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Training examples planted among those of a test split, through a whole run. */
class ContaminationIT extends SparkJobTest {
  private static final int EXACT = 60;
  private static final int NEAR = 20;
  private static final int CLEAN = 120;
  private static final int TRAIN = 300;

  private Path model;

  /** Of the test examples the first 60 are copies, the next 20 differ in a fourth digit. */
  @BeforeEach
  void writeExamples() throws IOException {
    model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("model")));
    Random random = new Random(23);
    List<String> train = new ArrayList<>();
    for (int row = 0; row < TRAIN; row++) {
      train.add(features(random));
    }
    List<String> test = new ArrayList<>(train.subList(0, EXACT));
    train.subList(EXACT, EXACT + NEAR).forEach(row -> test.add(row.replaceFirst(",", "1,")));
    List<String> clean = new ArrayList<>();
    for (int row = 0; row < CLEAN; row++) {
      clean.add(features(random));
    }
    test.addAll(clean);
    write("train", train, 0);
    write("test", test, 1_000);
    write("clean", clean, 1_000 + EXACT + NEAR);
  }

  /** Three digits each, so that a fourth one is rounded away. */
  private static String features(Random random) {
    return String.format(
        Locale.ROOT,
        "%.2f,%.2f,%.2f,%.2f",
        value(random),
        value(random),
        value(random),
        value(random));
  }

  private static double value(Random random) {
    return 1 + random.nextInt(800) / 100.0;
  }

  private void write(String name, List<String> rows, int firstId) throws IOException {
    StringBuilder text = new StringBuilder(TinyModel.HEADER);
    for (int row = 0; row < rows.size(); row++) {
      text.append(String.format(Locale.ROOT, "f%05d,", firstId + row)).append(rows.get(row));
      text.append((firstId + row) % 3 == 0 ? ",a\n" : ",b\n");
    }
    Files.writeString(folder.resolve(name + ".csv"), text.toString());
  }

  private RunResult evaluate(String settings) throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            """
            name: leaking
            datasets:
              - name: flowers
                format: csv
                id: id
                label: kind
                labels: [a, b]
                features: [w, x, y, z]
                train_split: train
                splits:
                  train: {path: "${folder}/train.csv"}
                  test: {path: "${folder}/test.csv"}
                  clean: {path: "${folder}/clean.csv"}
            models: [{name: m, path: "${model}"}]
            variables: {folder: {doc: the data}, model: {doc: the model}}
            evaluate: %s
            """
                .formatted(settings));
    return evaluate(
        suite,
        Map.of("folder", folder.toString(), "model", model.toString()),
        folder.resolve("out"));
  }

  private RunResult score(RunResult earlier) throws IOException {
    EvaluateOptions options =
        new EvaluateOptions(folder.resolve("out").toString(), 0, false, "score (test)", "test");
    return new ScoreJob(
            spark(), earlier.run().id(), options, null, new PrintWriter(new StringWriter()))
        .run();
  }

  private static List<MetricRow> accuracies(RunResult result, String split, String slice) {
    return result.metrics().stream()
        .filter(row -> row.split().equals(split) && row.metric().equals("accuracy"))
        .filter(row -> slice.equals(row.sliceValue()) || (slice.isEmpty() && row.whole()))
        .toList();
  }

  private static ContaminationRow row(
      String split, long examples, ContaminationKind kind, String method, long duplicates) {
    return new ContaminationRow(
        "flowers", split, "train", kind, method, examples, TRAIN, duplicates, 0);
  }

  @Test
  void plantedDuplicatesAreCountedAndTheScoreWithoutThemIsThatOfTheOthers() throws Exception {
    RunResult result = evaluate("{contamination: near, min_slice: 10}");

    assertThat(result.failures()).isEmpty();
    assertThat(result.rows(ContaminationRow.class))
        .containsExactly(
            row("test", EXACT + NEAR + CLEAN, ContaminationKind.EXACT, "sha-256", EXACT),
            row("test", EXACT + NEAR + CLEAN, ContaminationKind.NEAR, "minhash-1", NEAR),
            row("clean", CLEAN, ContaminationKind.EXACT, "sha-256", 0),
            row("clean", CLEAN, ContaminationKind.NEAR, "minhash-1", 0));
    assertThat(result.rows(DuplicateRow.class))
        .hasSize(EXACT + NEAR)
        .allMatch(pair -> pair.split().equals("test") && pair.ordinal() == pair.trainOrdinal())
        .allMatch(pair -> (pair.kind() == ContaminationKind.EXACT) == (pair.ordinal() < EXACT));
    assertThat(result.datasets())
        .extracting(DatasetRow::slices)
        .containsExactly(List.of(), List.of("contamination"), List.of("contamination"));

    MetricRow without = accuracies(result, "test", "none").get(0);
    MetricRow others = accuracies(result, "clean", "").get(0);
    assertThat(without.examples()).isEqualTo(CLEAN);
    assertThat(without.value()).isEqualTo(others.value());
    assertThat(without.interval()).isNotNull().isEqualTo(others.interval());
    assertThat(accuracies(result, "test", "exact").get(0).examples()).isEqualTo(EXACT);
    assertThat(accuracies(result, "test", "near").get(0).examples()).isEqualTo(NEAR);
    assertThat(result.rows(SliceDifferenceRow.class))
        .filteredOn(row -> row.split().equals("test") && row.metric().equals("accuracy"))
        .filteredOn(row -> row.sliceValue().equals("none"))
        .singleElement()
        .satisfies(row -> assertThat(row.interval()).isNotNull());
    assertThat(Leaderboard.text(result))
        .contains(
            "! 60 exact and 20 near duplicates of examples of train among 200 examples; best"
                + " accuracy without them: ");
  }

  @Test
  void onlyTheSameBytesCountWhereNoMoreIsAskedFor() throws Exception {
    RunResult result = evaluate("{contamination: exact}");

    assertThat(result.rows(ContaminationRow.class))
        .extracting(ContaminationRow::kind, ContaminationRow::duplicates)
        .containsExactly(
            tuple(ContaminationKind.EXACT, (long) EXACT), tuple(ContaminationKind.EXACT, 0L));
    assertThat(accuracies(result, "test", "none").get(0).examples()).isEqualTo(CLEAN + NEAR);
  }

  @Test
  void nothingIsLookedForWhereNobodyAsks() throws Exception {
    RunResult result = evaluate("{min_slice: 10}");

    assertThat(result.rows(ContaminationRow.class)).isEmpty();
    assertThat(result.metrics()).allMatch(MetricRow::whole);
  }

  @Test
  void scoringAnewFindsTheSameAndSaysWhereInputsAreGone() throws Exception {
    RunResult first = evaluate("{contamination: near, min_slice: 10}");
    RunResult again = score(first);

    assertThat(again.failures()).isEmpty();
    assertThat(again.rows(ContaminationRow.class)).isEqualTo(first.rows(ContaminationRow.class));
    assertThat(again.rows(DuplicateRow.class)).isEqualTo(first.rows(DuplicateRow.class));
    assertThat(accuracies(again, "test", "none")).isEqualTo(accuracies(first, "test", "none"));

    String train = first.datasets().get(0).fingerprint();
    Path inputs = folder.resolve("out/data").resolve(train).resolve("inputs");
    assertThat(FileUtil.fullyDelete(inputs.toFile())).isTrue();
    RunResult without = score(first);

    assertThat(without.rows(ContaminationRow.class)).isEmpty();
    assertThat(accuracies(without, "test", "")).isEqualTo(accuracies(first, "test", ""));
    assertThat(without.failures())
        .extracting(FailureRow::split, FailureRow::stage)
        .containsExactly(tuple("test", FailureStage.SCORE), tuple("clean", FailureStage.SCORE));
    assertThat(without.failures())
        .extracting(FailureRow::message)
        .allSatisfy(
            message ->
                assertThat(message).contains(inputs.resolve("part-00000.parquet").toString()));
  }

  @Test
  void aSliceOfThatNameLeavesTheScoresAsTheyAreAndIsSaid() throws Exception {
    RunResult result =
        evaluate("{contamination: exact, slices: [{name: contamination, sql: \"label\"}]}");

    assertThat(result.rows(ContaminationRow.class)).hasSize(2);
    assertThat(result.failures())
        .extracting(FailureRow::message)
        .containsExactly(
            "Slices 'contamination' of flowers/test: expected a name that no other slice has."
                + " Found: contamination",
            "Slices 'contamination' of flowers/clean: expected a name that no other slice has."
                + " Found: contamination");
  }
}
