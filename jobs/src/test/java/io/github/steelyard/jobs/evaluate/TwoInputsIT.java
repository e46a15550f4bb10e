package io.github.steelyard.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.jobs.SparkJobTest;
import io.github.steelyard.jobs.spark.Engines;
import io.github.steelyard.jobs.spark.LocalModels;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A table whose rows are cut up for a model of two inputs, of 4 and of 6 features. */
class TwoInputsIT extends SparkJobTest {
  private static final Path MODEL =
      repository("engine/onnxruntime/src/test/resources/models/two-inputs.onnx");
  private static final int ROWS = 60;
  private static final int FEATURES = 10;
  private static final int LEFT = 4;
  private static final int RIGHT = FEATURES - LEFT;
  private static final int CLASSES = 3;

  private final float[][] rows = rows();

  private static float[][] rows() {
    Random random = new Random(17);
    float[][] rows = new float[ROWS][FEATURES];
    for (float[] row : rows) {
      for (int i = 0; i < FEATURES; i++) {
        row[i] = Math.round(100 * random.nextGaussian()) / 16f;
      }
    }
    return rows;
  }

  /** In the order of its ids, which is that of its ordinals. */
  private Path table() throws IOException {
    StringBuilder text = new StringBuilder("id,kind");
    for (int i = 0; i < FEATURES; i++) {
      text.append(",f").append(i);
    }
    for (int row = 0; row < ROWS; row++) {
      text.append(String.format(Locale.ROOT, "%nr%03d,%s", row, "abc".charAt(row % CLASSES)));
      for (float feature : rows[row]) {
        text.append(',').append(feature);
      }
    }
    return Files.writeString(folder.resolve("table.csv"), text.append('\n'));
  }

  private RunResult evaluate(String... models) throws IOException {
    String suite =
        "name: two-inputs\n"
            + "datasets:\n"
            + "  - {name: table, format: csv, id: id, label: kind, labels: [a, b, c], splits:"
            + " {test: {path: "
            + table()
            + "}}}\ndefaults: {outputs: logits}\nmodels:\n";
    for (String model : models) {
      String[] parts = model.split(": ", 2);
      suite +=
          "  - {name: " + parts[0] + ", path: " + MODEL + ", preprocessing: {" + parts[1] + "}}\n";
    }
    Path file = Files.writeString(folder.resolve("suite.yaml"), suite);
    return evaluate(file, Map.of(), folder.resolve("out"));
  }

  @Test
  void eachInputGetsItsFeaturesWithItsOwnPreprocessing() throws IOException {
    RunResult result =
        evaluate(
            "two: inputs: [{input: left, features: 0-3, scale: 0.5, mean: 1}, {input: right,"
                + " features: 4-9, std: 2}]",
            "turned: inputs: [{input: right, features: 4-9, std: 2}, {input: left, features: 0-3,"
                + " scale: 0.5, mean: 1}]",
            "other: inputs: [{input: left, features: 1-4, scale: 0.5, mean: 1}, {input: right,"
                + " features: 4-9, std: 2}]");

    assertThat(result.failures()).isEmpty();
    float[] scores = scores();
    List<Row> predicted = predicted(result, "two");
    assertThat(predicted).hasSize(ROWS);
    for (int row = 0; row < ROWS; row++) {
      double sum = 0;
      int best = 0;
      for (int i = 0; i < CLASSES; i++) {
        sum += Math.exp(scores[row * CLASSES + i]);
        best = scores[row * CLASSES + i] > scores[row * CLASSES + best] ? i : best;
      }
      assertThat(predicted.get(row).getInt(0)).isEqualTo(best);
      List<Float> probabilities = predicted.get(row).getList(1);
      for (int i = 0; i < CLASSES; i++) {
        assertThat((double) probabilities.get(i))
            .isCloseTo(Math.exp(scores[row * CLASSES + i]) / sum, within(1e-6));
      }
    }
    assertThat(predicted(result, "turned")).isEqualTo(predicted);
    assertThat(predicted(result, "other")).isNotEqualTo(predicted);
    assertThat(result.units()).extracting(RunUnit::predictionKey).doesNotHaveDuplicates();
  }

  @Test
  void whatDoesNotFitTheModelIsSaidBeforeAnythingRuns() throws IOException {
    RunResult result =
        evaluate(
            "none: scale: 1",
            "half: inputs: [{input: left, features: 0-3}]",
            "wide: inputs: [{input: left, features: 0-4}, {input: right, features: 4-9}]",
            "far: inputs: [{input: left, features: 0-3}, {input: right, features: 5-10}]");

    assertThat(result.units()).isEmpty();
    assertThat(
            result.failures().stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.model()), FailureRow::message)))
        .containsOnly(
            entry(
                "none",
                "Model 'none': expected preprocessing with 'inputs', one for each of [left FLOAT32"
                    + " [4], right FLOAT32 [6]]. Found: none"),
            entry(
                "half",
                "Model 'half': expected preprocessing for each of its inputs [left, right]. Found:"
                    + " [left]"),
            entry(
                "wide",
                "Model 'wide': expects input 'left' [4], the data set 'table' gives [5] after its"
                    + " preprocessing"),
            entry(
                "far",
                "Input 'right': features: expected features from 0 to 9, as the data have them."
                    + " Found: 5-10"));
  }

  private List<Row> predicted(RunResult result, String model) {
    return spark()
        .read()
        .parquet(folder.resolve("out/predictions").resolve(predictionKey(result, model)).toString())
        .orderBy("ordinal")
        .select("prediction", "scores")
        .collectAsList();
  }

  /** What the model says of the rows, cut up and computed here. */
  private float[] scores() {
    try (BufferAllocator allocator = new RootAllocator();
        LoadedModel model =
            Engines.named("onnxruntime").open(LocalModels.ref("two", MODEL, Map.of()));
        InferenceEngine engine = model.newEngine();
        Tensor left = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(ROWS, LEFT));
        Tensor right = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(ROWS, RIGHT))) {
      FloatBuffer lefts = left.buffer().asFloatBuffer();
      FloatBuffer rights = right.buffer().asFloatBuffer();
      for (float[] row : rows) {
        for (int i = 0; i < LEFT; i++) {
          lefts.put(row[i] / 2 - 1);
        }
        for (int i = LEFT; i < FEATURES; i++) {
          rights.put(row[i] / 2);
        }
      }
      try (Predictions predictions =
          engine.predict(new Batch(ROWS, Map.of("left", left, "right", right)))) {
        float[] scores = new float[ROWS * CLASSES];
        predictions.only().buffer().asFloatBuffer().get(scores);
        return scores;
      }
    }
  }
}
