package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.ExitStatus;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user gets wrong ends in one sentence and a row in {@code failures}; the rest finishes. One
 * tiny model is trained for all tests of a class.
 */
public abstract class BadInputTest extends SparkJobTest {
  @TempDir static Path once;
  private static @Nullable Path model;

  protected Path out;

  @BeforeEach
  void trainOnce() throws IOException {
    out = folder.resolve("out");
    if (model == null || !Files.exists(model)) {
      model = TinyModel.train(spark(), once);
    }
  }

  protected RunResult evaluate(List<String> datasets, List<String> models) throws IOException {
    StringBuilder suite = new StringBuilder("name: bad-input\ndatasets:\n");
    datasets.forEach(dataset -> suite.append("  - ").append(dataset).append('\n'));
    suite.append("models:\n");
    models.forEach(model -> suite.append("  - ").append(model).append('\n'));
    return evaluate(Files.writeString(folder.resolve("suite.yaml"), suite), Map.of(), out);
  }

  protected String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  protected String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  protected String csv(Map<String, String> splits) {
    List<String> written = new ArrayList<>();
    splits.forEach((name, path) -> written.add(name + ": {path: " + path + "}"));
    return "{name: flowers, format: csv, id: id, label: kind, labels: [a, b], splits: {"
        + String.join(", ", written)
        + "}}";
  }

  protected String goodCsv() throws IOException {
    return csv(Map.of("test", file("good.csv", TinyModel.flowers(40))));
  }

  protected static Path model() {
    return Objects.requireNonNull(model);
  }

  protected static String goodModel() {
    return "{name: good, path: " + model() + "}";
  }

  /** Each failure's sentence under its model, or its data set and split. */
  protected static Map<String, String> sentences(RunResult result) {
    Map<String, String> sentences = new TreeMap<>();
    for (FailureRow row : result.failures()) {
      String place =
          Stream.of(row.model(), row.dataset(), row.split())
              .filter(Objects::nonNull)
              .reduce((one, other) -> one + "/" + other)
              .orElse("");
      assertThat(sentences.put(place, row.message())).as("a second failure of %s", place).isNull();
      assertOneSentence(row.message());
    }
    return sentences;
  }

  private static void assertOneSentence(String message) {
    assertThat(message)
        .doesNotContain("\n")
        .doesNotContainPattern("\\b(java|org|io\\.github|scala)\\.[a-z]+\\.")
        .doesNotContain("Exception")
        .hasSizeBetween(20, 600);
  }

  protected static int status(RunResult result) {
    return ExitStatus.of(result.units().size(), result.failures().size());
  }

  protected static List<String> units(RunResult result) {
    return result.units().stream().map(unit -> unit.model() + "/" + unit.split()).toList();
  }

  protected String at(String name) {
    return folder.resolve(name).toString();
  }

  protected static String model(String name, String path) {
    return "{name: " + name + ", path: " + path + "}";
  }

  protected Dataset<Row> rows(String table) {
    return spark().read().parquet(out.resolve("reports").resolve(table).toString());
  }
}
