package io.github.steelyard.engine.dl4j.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.Dl4jEngineProvider;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Files as Keras 3 saves them (and Keras 2.13 its newer ones), against forward passes in torch; see
 * scripts/oracles/keras3_files.py.
 */
class Keras3FilesTest {
  private static final String KERAS_3 = "/keras3/";
  private static final int EXAMPLES = 3;

  @TempDir private Path folder;

  private final Dl4jEngineProvider provider = new Dl4jEngineProvider();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sequential.h5",
        "sequential.keras",
        "functional.h5",
        "functional.keras",
        "first-sequential.h5",
        "first-sequential.keras",
        "first-plain-flatten.h5",
        "first-plain-flatten.keras",
        "first-functional.h5",
        "first-functional.keras",
        "residual.h5",
        "residual.keras",
        "first-residual.h5",
        "first-residual.keras",
        "merged.h5",
        "merged.keras",
        "first-merged.h5",
        "first-merged.keras",
        "first-keras2.h5",
        "keras213.keras",
        "lstm.h5",
        "lstm.keras",
        "embedding.h5",
        "embedding.keras"
      })
  void answersAsKerasDoes(String name) throws IOException {
    JsonNode expected = expected(name.substring(0, name.lastIndexOf('.')) + ".json");
    Path file = KerasFiles.copy(KERAS_3, name, folder);
    assertThat(provider.accepts(file)).isTrue();
    ModelRef reference = KerasFiles.reference(file, Map.of());
    try (LoadedModel model =
            provider.open(reference.at(provider.prepare(reference, folder.resolve("out"))));
        InferenceEngine engine = model.newEngine()) {
      assertThat(model.profile().format())
          .isEqualTo(name.endsWith(".h5") ? "keras-h5" : "keras-zip");
      assertThat(model.profile().inputs())
          .extracting(TensorSpec::shape)
          .containsExactly(shape(expected));
      assertThat(model.profile().parameters()).isEqualTo(expected.path("parameters").asLong());
      float[] answers = answers(expected, 0, EXAMPLES);
      assertThat(predict(model, engine, expected, 0, EXAMPLES))
          .containsExactly(answers, within(1e-5f));
      // A batch of one, whatever the size that the file fixed.
      assertThat(predict(model, engine, expected, 1, 1))
          .containsExactly(answers(expected, 1, 1), within(1e-5f));
    }
  }

  private static float[] predict(
      LoadedModel model, InferenceEngine engine, JsonNode expected, int from, int size) {
    Shape shape = shape(expected);
    int whole = expected.path("wholeNumbers").asInt();
    try (BufferAllocator allocator = new RootAllocator();
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, shape.batched(size))) {
      for (long i = 0; i < size * shape.elements(); i++) {
        long at = (i + from * shape.elements()) * 37;
        float value = whole > 0 ? at % whole : at % 101 / 100f - 0.5f;
        tensor.memory().setFloat(i * Float.BYTES, value);
      }
      String input = model.profile().inputs().get(0).name();
      try (Predictions predictions = engine.predict(new Batch(size, Map.of(input, tensor)))) {
        Tensor output = predictions.outputs().values().iterator().next();
        float[] numbers = new float[(int) output.shape().elements()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = output.memory().getFloat((long) i * Float.BYTES);
        }
        return numbers;
      }
    }
  }

  private static Shape shape(JsonNode expected) {
    List<Long> extents = new ArrayList<>();
    expected.path("shape").forEach(extent -> extents.add(extent.asLong()));
    return new Shape(extents);
  }

  private static float[] answers(JsonNode expected, int from, int size) {
    List<Float> numbers = new ArrayList<>();
    for (int i = from; i < from + size; i++) {
      expected.path("answers").get(i).forEach(value -> numbers.add((float) value.asDouble()));
    }
    float[] answers = new float[numbers.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = numbers.get(i);
    }
    return answers;
  }

  private static JsonNode expected(String name) throws IOException {
    try (InputStream in = Keras3FilesTest.class.getResourceAsStream(KERAS_3 + name)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
