package io.github.steelyard.jobs.evaluate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.suspicion.ContaminationKind;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.suspicion.DuplicateRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of training examples planted among those of a test split, through a whole run. */
class TextDuplicatesIT extends SparkJobTest {
  private static final int SAME = 30;
  private static final int CHANGED = 20;
  private static final int OTHER = 90;
  private static final int EMPTY = 10;

  private final Random random = new Random(29);
  private Path model;

  /** Numbers are drawn anew for all: only texts are alike. */
  @BeforeEach
  void writeExamples() throws IOException {
    model = TinyModel.train(spark(), Files.createDirectories(folder.resolve("model")));
    List<String> train = texts(200);
    List<String> test = new ArrayList<>();
    train.subList(0, SAME).stream()
        .map(text -> text.toUpperCase(Locale.ROOT).replace(" ", " \t"))
        .forEach(test::add);
    train.subList(SAME, SAME + CHANGED).stream()
        .map(text -> text.replaceFirst("^[^ ]+", "otherwise"))
        .forEach(test::add);
    test.addAll(texts(OTHER));
    IntStream.range(0, EMPTY).forEach(row -> test.add(row % 2 == 0 ? "" : "  "));
    train.add("");
    write("train", train);
    write("test", test);
  }

  private List<String> texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            text ->
                IntStream.range(0, 40)
                    .mapToObj(word -> Integer.toString(random.nextInt(1 << 24), 36))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void write(String name, List<String> texts) throws IOException {
    StringBuilder rows = new StringBuilder("id,w,x,y,z,kind,body\n");
    for (int row = 0; row < texts.size(); row++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "t%05d,%.4f,%.4f,%.4f,%.4f,%s,\"%s\"%n",
              row,
              random.nextDouble(),
              random.nextDouble(),
              random.nextDouble(),
              random.nextDouble(),
              row % 3 == 0 ? "a" : "b",
              texts.get(row)));
    }
    Files.writeString(folder.resolve(name + ".csv"), rows.toString());
  }

  /** The same rows as Parquet. */
  private void convert(String name) {
    spark()
        .read()
        .option("header", true)
        .option("inferSchema", true)
        .csv(folder.resolve(name + ".csv").toString())
        .write()
        .parquet(folder.resolve(name + ".parquet").toString());
  }

  private RunResult evaluate(String format, String contamination, String trainText)
      throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            """
            name: leaking
            datasets:
              - name: letters
                format: %1$s
                id: id
                label: kind
                labels: [a, b]
                features: [w, x, y, z]
                train_split: train
                splits:
                  train: {path: "${folder}/train.%1$s"%3$s}
                  test: {path: "${folder}/test.%1$s", text: body}
            models: [{name: m, path: "${model}"}]
            variables: {folder: {doc: the data}, model: {doc: the model}}
            evaluate: {contamination: %2$s, min_slice: 10}
            """
                .formatted(format, contamination, trainText));
    return evaluate(
        suite,
        Map.of("folder", folder.toString(), "model", model.toString()),
        folder.resolve("out"));
  }

  private static long examples(RunResult result, String slice) {
    return result.metrics().stream()
        .filter(row -> row.metric().equals("accuracy") && slice.equals(row.sliceValue()))
        .filter(row -> ContaminationRow.SLICE.equals(row.sliceColumn()))
        .mapToLong(MetricRow::examples)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void plantedTextsAreFoundAndTheScoreWithoutThemIsTold(String format) throws Exception {
    if (format.equals("parquet")) {
      convert("train");
      convert("test");
    }
    RunResult result = evaluate(format, "near", ", text: body");

    assertThat(result.failures()).isEmpty();
    assertThat(result.rows(ContaminationRow.class))
        .extracting(ContaminationRow::kind, ContaminationRow::method, ContaminationRow::duplicates)
        .containsExactly(
            tuple(ContaminationKind.EXACT, "sha-256", 0L),
            tuple(ContaminationKind.NEAR, "minhash-1", 0L),
            tuple(ContaminationKind.TEXT, "text-minhash-1", (long) SAME + CHANGED));
    assertThat(result.rows(DuplicateRow.class))
        .hasSize(SAME + CHANGED)
        .allMatch(pair -> pair.kind() == ContaminationKind.TEXT)
        .allMatch(pair -> pair.ordinal() == pair.trainOrdinal());
    assertThat(examples(result, "text")).isEqualTo(SAME + CHANGED);
    assertThat(examples(result, "none")).isEqualTo(OTHER + EMPTY);
  }

  @Test
  void textsAreNoFeaturesAndNothingOfThemIsKept() throws Exception {
    RunResult result = evaluate("csv", "exact", ", text: body");

    assertThat(result.failures()).isEmpty();
    assertThat(result.rows(ContaminationRow.class))
        .extracting(ContaminationRow::kind)
        .containsExactly(ContaminationKind.EXACT);
    String word =
        Files.readString(folder.resolve("test.csv")).lines().skip(60).findFirst().orElseThrow();
    String rare = word.split("\"", -1)[1].substring(0, 40);
    try (var files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain(rare);
      }
    }
  }

  @Test
  void aTextInOneOfTheSplitsAloneIsSaid() throws Exception {
    RunResult result = evaluate("csv", "near", "");

    assertThat(result.rows(ContaminationRow.class)).isEmpty();
    assertThat(result.failures())
        .extracting(FailureRow::message)
        .containsExactly(
            "letters/test: expected a text in both it and train, or in neither, to look for"
                + " duplicates. Found: one in test alone");
  }
}
