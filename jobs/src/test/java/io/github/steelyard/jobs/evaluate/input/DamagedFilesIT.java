package io.github.steelyard.jobs.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.jobs.evaluate.TinyModel;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.FailureStage;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Steelyard's own files, damaged between two runs, and a run's rows, which stay. */
class DamagedFilesIT extends BadInputTest {
  @Test
  void damagedPredictionsCostTheirOwnUnitOnly() throws Exception {
    List<String> models =
        List.of(goodModel(), "{name: other, path: " + model() + ", preprocessing: {scale: 2}}");
    RunResult first = evaluate(List.of(goodCsv()), models);
    assertThat(first.failures()).isEmpty();
    Path part =
        out.resolve("predictions/" + unit(first, "other").predictionKey() + "/part-00000.parquet");
    damage(part);

    RunResult second = evaluate(List.of(goodCsv()), models);

    assertThat(units(second)).containsExactly("good/test");
    assertThat(second.failures())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.model()).isEqualTo("other");
              assertThat(row.dataset()).isEqualTo("flowers");
              assertThat(row.split()).isEqualTo("test");
              assertThat(row.stage()).isEqualTo(FailureStage.SCORE);
              assertThat(row.message())
                  .startsWith(part + ": cannot be read, expected a whole Parquet file (");
            });
    assertThat(sentences(second)).hasSize(1);
    assertThat(second.metrics())
        .isEqualTo(first.metrics().stream().filter(row -> row.model().equals("good")).toList());
  }

  private static RunUnit unit(RunResult result, String model) {
    return result.units().stream()
        .filter(unit -> unit.model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void damagedPreparedDataCostTheirOwnSplitOnly() throws Exception {
    Map<String, String> splits = new TreeMap<>();
    splits.put("one", file("one.csv", TinyModel.flowers(40)));
    splits.put("two", file("two.csv", TinyModel.flowers(50)));
    RunResult first = evaluate(List.of(csv(splits)), List.of(goodModel()));
    assertThat(first.failures()).isEmpty();
    String fingerprint =
        first.units().stream()
            .filter(unit -> unit.split().equals("two"))
            .map(RunUnit::fingerprint)
            .findFirst()
            .orElseThrow();
    Path part = out.resolve("data/" + fingerprint + "/inputs/part-00000.parquet");
    damage(part);

    // Another preprocessing, so that nothing is in the cache.
    RunResult second =
        evaluate(
            List.of(csv(splits)),
            List.of("{name: good, path: " + model() + ", preprocessing: {scale: 2}}"));

    assertThat(units(second)).containsExactly("good/one");
    assertThat(second.failures())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.split()).isEqualTo("two");
              assertThat(row.stage()).isEqualTo(FailureStage.PREDICT);
              assertThat(row.message())
                  .startsWith(part + ": cannot be read, expected a whole Parquet file (");
            });
    assertThat(sentences(second)).hasSize(1);
  }

  @Test
  void aModelThatWasCutIsTrainedAnew() throws Exception {
    Path trained = TinyModel.train(spark(), folder);
    byte[] bytes = Files.readAllBytes(trained);
    damage(trained);

    assertThat(Files.readAllBytes(TinyModel.train(spark(), folder))).isEqualTo(bytes);
    try (Stream<Path> files = Files.list(trained.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("nothing half-written stays")
          .noneMatch(name -> name.matches("\\.[^.].*-.*-.*-.*-.*"));
    }
  }

  /** Cuts a file, and takes away the checksum that Hadoop keeps beside it. */
  private static void damage(Path part) throws IOException {
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
    Files.deleteIfExists(part.resolveSibling("." + part.getFileName() + ".crc"));
  }

  @Test
  void aRunNeverTouchesAnotherRunsRows() throws Exception {
    RunResult first = evaluate(List.of(goodCsv()), List.of(goodModel()));
    Map<Path, String> before = reportFiles(first);
    assertThat(before).isNotEmpty();

    RunResult second =
        evaluate(List.of(goodCsv()), List.of(goodModel(), model("missing", at("missing.zip"))));

    assertThat(second.run().id()).isNotEqualTo(first.run().id());
    assertThat(reportFiles(first)).isEqualTo(before);
    assertThat(reportFiles(second)).hasSameSizeAs(before);
    assertThat(rows("runs").count()).isEqualTo(2);
    assertThat(rows("metrics").groupBy("run_id").count().select("count").collectAsList())
        .extracting(row -> row.getLong(0))
        .containsOnly((long) first.metrics().size());
  }

  /** The files of one run, and what is in them. */
  private Map<Path, String> reportFiles(RunResult result) throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> walked = Files.walk(out.resolve("reports"))) {
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        if (file.toString().contains("run_id=" + result.run().id())) {
          files.put(file, HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
