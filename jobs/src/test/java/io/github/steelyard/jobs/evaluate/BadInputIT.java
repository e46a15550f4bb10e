package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.jobs.ExitStatus;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.FailureRow;
import io.github.steelyard.reports.run.FailureStage;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunStatus;
import io.github.steelyard.reports.run.RunUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong ends in one sentence and a row in {@code failures}; the rest finishes. */
class BadInputIT extends SparkJobTest {
  /** Begins like every PNG file. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

  /** Begins like every HDF5 file. */
  private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0};

  @TempDir static Path once;
  private static @Nullable Path model;

  private Path out;

  @BeforeEach
  void trainOnce() throws IOException {
    out = folder.resolve("out");
    if (model == null) {
      model = TinyModel.train(spark(), once);
    }
  }

  private RunResult evaluate(List<String> datasets, List<String> models) throws IOException {
    StringBuilder suite = new StringBuilder("name: bad-input\ndatasets:\n");
    datasets.forEach(dataset -> suite.append("  - ").append(dataset).append('\n'));
    suite.append("models:\n");
    models.forEach(model -> suite.append("  - ").append(model).append('\n'));
    return evaluate(Files.writeString(folder.resolve("suite.yaml"), suite), Map.of(), out);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private String csv(Map<String, String> splits) {
    List<String> written = new ArrayList<>();
    splits.forEach((name, path) -> written.add(name + ": {path: " + path + "}"));
    return "{name: flowers, format: csv, id: id, label: kind, labels: [a, b], splits: {"
        + String.join(", ", written)
        + "}}";
  }

  private String goodCsv() throws IOException {
    return csv(Map.of("test", file("good.csv", TinyModel.flowers(40))));
  }

  private static Path model() {
    return Objects.requireNonNull(model);
  }

  private static String goodModel() {
    return "{name: good, path: " + model() + "}";
  }

  /** Each failure's sentence under its model, or its data set and split. */
  private static Map<String, String> sentences(RunResult result) {
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

  private static int status(RunResult result) {
    return ExitStatus.of(result.units().size(), result.failures().size());
  }

  private static List<String> units(RunResult result) {
    return result.units().stream().map(unit -> unit.model() + "/" + unit.split()).toList();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static String model(String name, String path) {
    return "{name: " + name + ", path: " + path + "}";
  }

  @Test
  void badModelsAreNamedAndTheGoodOneFinishes() throws Exception {
    byte[] whole = Files.readAllBytes(model());
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of(
                model("missing", at("missing.zip")),
                model("folder", folder.toString()),
                model("cut", file("cut.zip", Arrays.copyOf(whole, whole.length / 2))),
                model("text", file("text.zip", "I am not a model.\n")),
                model("picture", file("picture.h5", PNG)),
                model("hdf", file("hdf.h5", HDF)),
                model("empty", file("empty.zip", "")),
                model("logits", file("logits.zip", TinyModel.withIdentityOutput(model()))),
                goodModel()));

    String foreign = ", expected a whole file of a format that one of them reads";
    assertThat(sentences(result))
        .containsEntry(
            "missing",
            "Model 'missing': expected a model file at " + at("missing.zip") + ". Found: none")
        .containsEntry(
            "folder", "Model 'folder': expected a model file at " + folder + ". Found: none")
        .containsEntry(
            "cut",
            "Model 'cut': cannot read "
                + at("cut.zip")
                + ": it is not a whole zip file: was it cut short?")
        .containsEntry(
            "text", "Model 'text': no engine (dl4j) recognizes " + at("text.zip") + foreign)
        .containsEntry(
            "picture", "Model 'picture': no engine (dl4j) recognizes " + at("picture.h5") + foreign)
        .containsEntry(
            "empty", "Model 'empty': no engine (dl4j) recognizes " + at("empty.zip") + foreign)
        .hasEntrySatisfying(
            "hdf",
            sentence ->
                assertThat(sentence).startsWith("Model 'hdf': cannot read " + at("hdf.h5") + ": "))
        .hasEntrySatisfying(
            "logits/flowers/test",
            sentence ->
                assertThat(sentence)
                    .matches(
                        "Model 'logits': The model yields (a score of|scores that add up to) \\S+ for"
                            + " example 0 where probabilities were expected, not negative and adding"
                            + " up to 1: if they are logits, say 'outputs: logits'"))
        .hasSize(8);
    assertThat(units(result)).containsExactly("good/test");
    assertThat(result.run().status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(status(result)).isEqualTo(ExitStatus.SOME_FAILED);
    assertThat(result.failures())
        .allSatisfy(
            row ->
                assertThat(row.stage())
                    .isEqualTo(row.dataset() == null ? FailureStage.PLAN : FailureStage.PREDICT));
    assertThat(Leaderboard.text(result)).contains(sentences(result).values());
    assertThat(rows("failures").select("message").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrderElementsOf(sentences(result).values());
  }

  private Dataset<Row> rows(String table) {
    return spark().read().parquet(out.resolve("reports").resolve(table).toString());
  }

  @Test
  void logitsDeclaredAsSuchAreFine() throws Exception {
    String logits = file("logits.zip", TinyModel.withIdentityOutput(model()));
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of("{name: logits, path: " + logits + ", outputs: logits}", goodModel()));

    assertThat(result.failures()).isEmpty();
    // The softmax of the logits is what the model itself yields: every example has the same class.
    assertThat(confusion(result, "logits")).isEqualTo(confusion(result, "good"));
  }

  private static List<List<Long>> confusion(RunResult result, String model) {
    return result.confusion().stream()
        .filter(row -> row.model().equals(model))
        .map(row -> List.of((long) row.label(), (long) row.prediction(), row.examples()))
        .toList();
  }

  @Test
  void whereNoModelIsThereNothingRuns() throws Exception {
    RunResult result =
        evaluate(
            List.of(goodCsv()),
            List.of(
                model("one", at("one.zip")),
                model("two", at("two.zip")),
                "{family: " + at("family") + "}"));

    assertThat(sentences(result))
        .containsEntry(
            "one", "Model 'one': expected a model file at " + at("one.zip") + ". Found: none")
        .containsEntry(
            "two", "Model 'two': expected a model file at " + at("two.zip") + ". Found: none")
        .containsEntry(at("family"), at("family") + ": expected a folder of trained models")
        .hasSize(3);
    assertThat(result.units()).isEmpty();
    assertThat(result.run().status()).isEqualTo(RunStatus.FAILED);
    assertThat(status(result)).isEqualTo(ExitStatus.NOTHING_RAN);
    assertThat(rows("runs").count()).isEqualTo(1);
    assertThat(rows("failures").count()).isEqualTo(3);
  }

  @Test
  void aBrokenCardLeavesItsFamilyAlone() throws Exception {
    Path family = Files.createDirectory(folder.resolve("family"));
    Path source = Objects.requireNonNull(model().getParent());
    String name = model().getFileName().toString().replace(".zip", "");
    for (String suffix : List.of(".zip", ".card.json")) {
      Files.copy(source.resolve(name + suffix), family.resolve(name + suffix));
    }
    Files.writeString(family.resolve("broken.card.json"), "{\"version\": 1");
    Files.writeString(family.resolve("left-out.card.json"), "[]");

    RunResult result =
        evaluate(List.of(goodCsv()), List.of("{family: " + family + ", include: '[!l]*'}"));

    assertThat(units(result)).containsExactly(name + "/test");
    assertThat(sentences(result)).containsOnlyKeys("broken");
    assertThat(result.failures().get(0).message())
        .startsWith(family.resolve("broken.card.json") + ": ");

    Files.write(family.resolve(name + ".zip"), new byte[] {1}, StandardOpenOption.APPEND);
    assertThat(
            sentences(evaluate(List.of(goodCsv()), List.of("{family: " + family + "}"))).get(name))
        .startsWith("Model '" + name + "': expected the file that its card describes (sha-256 ");
  }

  @Test
  void aModelInTheOutputFolderIsTakenFromWhereItLies() throws Exception {
    Path inside = Files.createDirectories(out.resolve("models/mine")).resolve("mine.zip");
    Files.copy(model(), inside);

    RunResult result = evaluate(List.of(goodCsv()), List.of(model("mine", inside.toString())));

    assertThat(result.failures()).isEmpty();
    assertThat(units(result)).containsExactly("mine/test");
  }

  @Test
  void badSplitsAreNamedAndTheGoodOneFinishes() throws Exception {
    Map<String, String> splits = new TreeMap<>();
    splits.put("good", file("good.csv", TinyModel.flowers(40)));
    splits.put("missing", at("missing.csv"));
    splits.put("label", file("label.csv", TinyModel.HEADER + "x1,1,2,3,4,a\nx2,1,2,3,4,c\n"));
    splits.put("nan", file("nan.csv", TinyModel.HEADER + "x1,1,NaN,3,4,a\n"));
    splits.put("infinite", file("infinite.csv", TinyModel.HEADER + "x1,1,2,-Infinity,4,a\n"));
    splits.put("huge", file("huge.csv", TinyModel.HEADER + "x1,1,2,1e39,4,a\n"));
    splits.put("text", file("text.csv", TinyModel.HEADER + "x1,1,two,3,4,a\n"));
    splits.put("short", file("short.csv", TinyModel.HEADER + "x1,1,2,3,a\n"));
    splits.put("twice", file("twice.csv", TinyModel.HEADER + "x1,1,2,3,4,a\nx1,2,2,3,4,b\n"));
    splits.put("header", file("header.csv", TinyModel.HEADER));
    splits.put("empty", file("empty.csv", ""));
    splits.put("narrow", file("narrow.csv", "id,w,x,kind\nx1,1,2,a\nx2,2,1,b\n"));

    RunResult result = evaluate(List.of(csv(splits)), List.of(goodModel()));

    assertThat(sentences(result))
        .containsEntry(
            "flowers/missing",
            at("missing.csv") + ": is missing, expected a file, a folder or a glob of them")
        .containsEntry(
            "flowers/label", at("label.csv") + ", row 2: label 'c' is none of the 2 classes a, b")
        .containsEntry(
            "flowers/nan",
            at("nan.csv") + ", row 1, column 'x': expected a finite number. Found: NaN")
        .containsEntry(
            "flowers/infinite",
            at("infinite.csv") + ", row 1, column 'y': expected a finite number. Found: -Infinity")
        .containsEntry(
            "flowers/huge",
            at("huge.csv") + ", row 1, column 'y': expected a finite number. Found: 1.0E39")
        .containsEntry(
            "flowers/text",
            at("text.csv") + ", row 1, column 'x': expected a finite number. Found: 'two'")
        .containsEntry("flowers/short", at("short.csv") + ", row 1: expected 6 cells. Found: 5")
        .containsEntry(
            "flowers/twice",
            at("twice.csv")
                + ", row 2: id 'x1' is used already in "
                + at("twice.csv")
                + ", row 1, expected unique ids")
        .containsEntry(
            "flowers/header",
            "Data set 'flowers', split 'header': holds no example, expected at least one")
        .containsEntry("flowers/empty", at("empty.csv") + ": holds no row, expected at least one")
        .containsEntry(
            "good/flowers/narrow",
            "Model 'good': expects input [4], the data set 'flowers' gives [2] after its"
                + " preprocessing")
        .hasSize(11);
    assertThat(units(result)).containsExactly("good/good");
    assertThat(result.datasets()).extracting(row -> row.split()).containsOnly("good", "narrow");
    assertThat(status(result)).isEqualTo(ExitStatus.SOME_FAILED);
    assertThat(result.failures())
        .allSatisfy(
            row ->
                assertThat(row.stage())
                    .isEqualTo(row.model() == null ? FailureStage.PREPARE : FailureStage.PLAN));
  }

  @Test
  void badImageFilesAreNamed() throws Exception {
    byte[] images = TinyModel.idxImages(3);
    String wholeImages = file("images", images);
    String wholeLabels = file("labels", TinyModel.idxLabels(0, 1, 1));
    String cut = file("cut", Arrays.copyOf(images, images.length - 5));
    String head = file("head", Arrays.copyOf(images, 6));
    String few = file("few", TinyModel.idxLabels(0, 1));
    String foreign = file("foreign", "not an IDX file");
    String dataset =
        "{name: digits, format: idx, classes: 2, splits: {"
            + String.join(
                ", ",
                "cut: " + idx(cut, wholeLabels),
                "head: " + idx(head, wholeLabels),
                "few: " + idx(wholeImages, few),
                "label: " + idx(wholeImages, file("label", TinyModel.idxLabels(0, 7, 1))),
                "foreign: " + idx(foreign, wholeLabels),
                "swapped: " + idx(wholeLabels, wholeImages),
                "none: " + idx(wholeImages, at("none")))
            + "}}";

    RunResult result = evaluate(List.of(dataset), List.of(goodModel()));

    String idxOfImages = ": expected an IDX file of images, beginning with 00000803. Found: ";
    assertThat(sentences(result))
        .containsEntry("digits/cut", cut + ": is cut short, expected 3 items. Found: 1")
        .containsEntry("digits/head", head + ": is cut short within its header")
        .containsEntry(
            "digits/few",
            few + ": expected as many labels as " + wholeImages + " has images: 3. Found: 2")
        .containsEntry(
            "digits/label", wholeImages + ", row 2: label '7' is none of the 2 classes 0, 1")
        .containsEntry("digits/foreign", foreign + idxOfImages + "6e6f7420")
        .containsEntry("digits/swapped", wholeLabels + idxOfImages + "00000801")
        .containsEntry(
            "digits/none", at("none") + ": is missing, expected a file, a folder or a glob of them")
        .hasSize(7);
    assertThat(result.units()).isEmpty();
    assertThat(result.run().status()).isEqualTo(RunStatus.FAILED);
    assertThat(status(result)).isEqualTo(ExitStatus.NOTHING_RAN);
  }

  private static String idx(String images, String labels) {
    return "{images: " + images + ", labels: " + labels + "}";
  }

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

  /** Cuts a file, and takes away the checksum that Hadoop keeps beside it. */
  private static void damage(Path part) throws IOException {
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
    Files.deleteIfExists(part.resolveSibling("." + part.getFileName() + ".crc"));
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
  void aSliceColumnThatIsAnIdCostsItsOwnSplitOnly() throws Exception {
    StringBuilder text = new StringBuilder("id,w,x,y,z,kind,visit\n");
    for (int row = 0; row < 1_100; row++) {
      text.append("f").append(row).append(",1,2,3,4,a,v").append(row).append('\n');
    }
    String sliced =
        "{name: sliced, format: csv, id: id, label: kind, labels: [a, b], slices: [visit], splits:"
            + " {test: {path: "
            + file("sliced.csv", text.toString())
            + "}}}";

    RunResult result = evaluate(List.of(goodCsv(), sliced), List.of(goodModel()));

    assertThat(result.units()).extracting(unit -> unit.dataset()).containsExactly("flowers");
    assertThat(sentences(result)).containsOnlyKeys("good/sliced/test");
    assertThat(result.failures().get(0).message()).contains("visit").contains("1000");
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
