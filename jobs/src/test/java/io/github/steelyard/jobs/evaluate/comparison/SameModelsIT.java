package io.github.steelyard.jobs.evaluate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.EvaluateJob;
import io.github.steelyard.jobs.evaluate.OnnxTwin;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.spark.staging.FarFileSystem;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import io.github.steelyard.reports.run.unit.ModelRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** One model's weights in two engines and in several files. */
class SameModelsIT extends BadInputTest {
  private String twin(String name, Path file) {
    return "{name: " + name + ", path: " + file + ", same_as: good}";
  }

  @Test
  void theSameWeightsInTwoEnginesAgreeAndOtherWeightsDoNot() throws Exception {
    float[] weights = OnnxTwin.weights(model());
    weights[weights.length - 1] += 0.5f;
    Path same = OnnxTwin.write(model(), folder.resolve("same.onnx"));
    Path other = OnnxTwin.write(weights, folder.resolve("other.onnx"));

    RunResult result =
        evaluate(
            List.of(goodCsv()), List.of(twin("same", same), goodModel(), twin("other", other)));

    assertThat(result.failures()).isEmpty();
    AgreementRow agreeing = result.agreements().get(0);
    assertThat(agreeing.model()).isEqualTo("same");
    assertThat(agreeing.sameAs()).isEqualTo("good");
    assertThat(agreeing.engine()).startsWith("onnxruntime ");
    assertThat(agreeing.sameAsEngine()).startsWith("dl4j ");
    assertThat(agreeing.examples()).isEqualTo(40);
    assertThat(agreeing.equalPredictions()).isEqualTo(40);
    assertThat(agreeing.largestDifference()).isLessThan(1e-6);
    assertThat(agreeing.agrees()).isTrue();
    AgreementRow disagreeing = result.agreements().get(1);
    assertThat(disagreeing.agrees()).isFalse();
    assertThat(Leaderboard.text(result)).contains(" agree: ", " DISAGREE: ");
    assertThat(rows("agreements").filter("not agrees").count()).isEqualTo(1);
    holdAgainstTheStoredScores(result, disagreeing);
  }

  /** By Spark SQL, with a join. */
  private void holdAgainstTheStoredScores(RunResult result, AgreementRow row) {
    spark().read().parquet(predictions(result, row.model())).createOrReplaceTempView("one");
    spark().read().parquet(predictions(result, row.sameAs())).createOrReplaceTempView("two");
    Row expected =
        spark()
            .sql(
                """
                SELECT max(d), avg(d), max(l), sum(e) FROM (
                  SELECT greatest(abs(double(one.scores[0]) - two.scores[0]),
                                  abs(double(one.scores[1]) - two.scores[1])) AS d,
                         abs(one.label_log_probability - two.label_log_probability) AS l,
                         int(one.prediction = two.prediction) AS e
                  FROM one JOIN two ON one.ordinal = two.ordinal)
                """)
            .first();
    assertThat(row.largestDifference()).isEqualTo(expected.getDouble(0)).isGreaterThan(0.01);
    assertThat(row.meanDifference()).isCloseTo(expected.getDouble(1), within(1e-12));
    assertThat(row.largestLogDifference()).isEqualTo(expected.getDouble(2));
    assertThat(row.equalPredictions()).isEqualTo(expected.getLong(3));
  }

  private String predictions(RunResult result, String model) {
    return out.resolve("predictions").resolve(predictionKey(result, model)).toString();
  }

  @Test
  void damagedPredictionsOfOneAreAFailureAndNoAgreement() throws Exception {
    Path same = OnnxTwin.write(model(), folder.resolve("same.onnx"));
    List<String> models = List.of(twin("same", same), goodModel());
    String csv = goodCsv();
    RunResult first = evaluate(List.of(csv), models);
    try (var parts = Files.list(Path.of(predictions(first, "good")))) {
      for (Path part : parts.toList()) {
        Files.write(part, new byte[] {1, 2, 3});
      }
    }
    RunResult second = evaluate(List.of(csv), models);
    assertThat(second.agreements()).isEmpty();
    assertThat(second.failures()).isNotEmpty();
    assertThat(second.failures()).allMatch(row -> row.stage() == FailureStage.SCORE);
  }

  @Test
  void weightsInOtherFilesComeAlongAndAreFingerprinted() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Path file = OnnxTwin.write(model(), inside.resolve("m.onnx"), "data/w.bin");
    String csv = goodCsv();
    RunResult first = evaluate(List.of(csv), List.of(twin("parts", file), goodModel()));

    assertThat(first.failures()).isEmpty();
    assertThat(first.agreements()).allMatch(AgreementRow::agrees).hasSize(1);
    ModelRow before = row(first, "parts");
    assertThat(before.fileBytes())
        .isEqualTo(Files.size(file) + Files.size(inside.resolve("data/w.bin")));

    byte[] bytes = Files.readAllBytes(inside.resolve("data/w.bin"));
    bytes[bytes.length - 1] ^= 0x40;
    Files.write(inside.resolve("data/w.bin"), bytes);
    RunResult second = evaluate(List.of(csv), List.of(twin("parts", file), goodModel()));

    assertThat(second.agreements()).noneMatch(AgreementRow::agrees).hasSize(1);
    assertThat(row(second, "parts").sha256()).isNotEqualTo(before.sha256());

    Files.delete(inside.resolve("data/w.bin"));
    RunResult third = evaluate(List.of(csv), List.of(twin("parts", file), goodModel()));
    assertThat(sentences(third))
        .containsOnlyKeys("parts")
        .containsEntry(
            "parts",
            "Model 'parts': cannot read "
                + file
                + ": it consists of several files, expected 'data/w.bin' beside it. Found: none, or"
                + " a link to a file elsewhere");
    Path elsewhere = Files.write(folder.resolve("w.bin"), bytes);
    Files.createSymbolicLink(inside.resolve("data/w.bin"), elsewhere);
    assertThat(sentences(evaluate(List.of(csv), List.of(twin("parts", file), goodModel()))))
        .isEqualTo(sentences(third));
    assertThat(units(third)).containsExactly("good/test");
  }

  @Test
  void fromAnotherFileSystemAllFilesAreFetchedForDriverAndExecutors() throws Exception {
    spark()
        .sparkContext()
        .hadoopConfiguration()
        .setClass("fs.far.impl", FarFileSystem.class, FileSystem.class);
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Path file = OnnxTwin.write(model(), inside.resolve("m.onnx"), "data/w.bin");
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            "name: far\ndatasets: ["
                + goodCsv()
                + "]\nmodels:\n  - {name: parts, path: 'far://"
                + file
                + "', same_as: good}\n  - "
                + goodModel()
                + "\n");
    EvaluateOptions options =
        new EvaluateOptions("far://" + out, 0, false, "steelyard evaluate (test)", "test");
    RunResult result =
        new EvaluateJob(
                spark(),
                SuiteFile.read(suite, Map.of()),
                options,
                new PrintWriter(new StringWriter()))
            .run();

    assertThat(result.failures()).isEmpty();
    assertThat(result.agreements()).allMatch(AgreementRow::agrees).hasSize(1);
    String sha256 = row(result, "parts").sha256();
    assertThat(out.resolve("models").resolve(sha256)).isDirectory();
    assertThat(
            row(evaluate(List.of(goodCsv()), List.of(twin("parts", file), goodModel())), "parts"))
        .extracting(ModelRow::sha256)
        .isEqualTo(sha256);
  }

  private static ModelRow row(RunResult result, String model) {
    return result.models().stream()
        .filter(row -> row.name().equals(model))
        .findFirst()
        .orElseThrow();
  }
}
