package io.github.steelyard.engine.dl4j.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.SharedData;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.Dl4jEngineProvider;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four real models on MNIST's 10,000 test images, against an independent forward pass. */
@EnabledIf(
    value = "io.github.steelyard.engine.data.SharedData#present",
    disabledReason = "shared/data is not beside the repository")
class MnistModelsTest {
  private static final int IMAGES = 10_000;
  private static final int BATCH = 100;
  private static final int PIXELS = 28 * 28;

  @TempDir private static Path prepared;

  /** Parameters and multiply-accumulates worked by hand from the layers' sizes. */
  @ParameterizedTest
  @CsvSource({
    // 28*28*25*4, 14*14*25*4*12, 588*10
    "lenet-keras/lenet-1.h5, lenet-1,          7206,   319480,  keras-h5,        '[28, 28, 1]'",
    // 28*28*25*6, 14*14*25*6*16, 784*84, 84*10
    "lenet-keras/lenet-4.h5, lenet-4,          69362,  654696,  keras-h5,        '[28, 28, 1]'",
    // 28*28*25*6, 14*14*25*6*16, 784*120, 120*84, 84*10
    "lenet-keras/lenet-5.h5, lenet-5,          107786, 693000,  keras-h5,        '[28, 28, 1]'",
    // 24*24*25*20, 8*8*25*20*50, 800*500, 500*10
    "dl4j/mnist-lenet.zip,   dl4j-mnist-lenet, 431080, 2293000, dl4j-multilayer, '[784]'"
  })
  void answersAndCostsAreTheExpectedOnes(
      String file, String expected, long parameters, long macs, String format, String input)
      throws IOException {
    ModelRef model = KerasFiles.reference(SharedData.file("models/" + file), Map.of());
    Dl4jEngineProvider provider = new Dl4jEngineProvider();
    assertThat(provider.accepts(model.path())).isTrue();
    try (LoadedModel loaded = provider.open(model.at(provider.prepare(model, prepared)))) {
      assertThat(loaded.profile().format()).isEqualTo(format);
      assertThat(loaded.profile().parameters()).isEqualTo(parameters);
      assertThat(loaded.profile().macsPerExample()).isEqualTo(macs);
      assertThat(loaded.profile().inputs().get(0).shape()).hasToString(input);
      assertThat(loaded.profile().fileBytes()).isEqualTo(Files.size(model.path()));
      assertThat(correct(loaded)).isEqualTo(correct(expected));
    }
  }

  @Test
  void layersOfTheLenetAreTheHandWorkedOnes() throws IOException {
    ModelRef model = KerasFiles.reference(SharedData.file("models/dl4j/mnist-lenet.zip"), Map.of());
    try (LoadedModel loaded = new Dl4jEngineProvider().open(model)) {
      assertThat(loaded.profile().layers())
          .extracting(LayerProfile::macs)
          .containsExactly(288_000L, 0L, 1_600_000L, 0L, 400_000L, 5_000L);
      assertThat(loaded.profile().layers())
          .extracting(LayerProfile::parameters)
          .containsExactly(520L, 0L, 25_050L, 0L, 400_500L, 5_010L);
    }
  }

  private static int correct(String model) throws IOException {
    Matcher matcher =
        Pattern.compile("\"correct\": (\\d+)")
            .matcher(Files.readString(SharedData.file("expected/" + model + ".json")));
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static int correct(LoadedModel model) throws IOException {
    byte[] pixels = SharedData.idx("t10k-images-idx3-ubyte.gz", 16);
    byte[] labels = SharedData.idx("t10k-labels-idx1-ubyte.gz", 8);
    Shape shape = model.profile().inputs().get(0).shape().batched(BATCH);
    int correct = 0;
    try (BufferAllocator allocator = new RootAllocator();
        InferenceEngine engine = model.newEngine();
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, shape)) {
      FloatBuffer inputs = tensor.buffer().asFloatBuffer();
      Batch batch = new Batch(BATCH, Map.of(model.profile().inputs().get(0).name(), tensor));
      for (int from = 0; from < IMAGES; from += BATCH) {
        for (int i = 0; i < BATCH * PIXELS; i++) {
          inputs.put(i, (pixels[from * PIXELS + i] & 0xff) / 255f);
        }
        try (Predictions predictions = engine.predict(batch)) {
          FloatBuffer scores = predictions.only().buffer().asFloatBuffer();
          for (int i = 0; i < BATCH; i++) {
            correct += largest(scores, i * 10) == labels[from + i] ? 1 : 0;
          }
        }
      }
    }
    return correct;
  }

  private static int largest(FloatBuffer scores, int from) {
    int largest = 0;
    for (int i = 1; i < 10; i++) {
      largest = scores.get(from + i) > scores.get(from + largest) ? i : largest;
    }
    return largest;
  }
}
