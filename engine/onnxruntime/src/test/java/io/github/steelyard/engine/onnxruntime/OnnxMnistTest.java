package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.SharedData;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Real models: raw pixels, logits and a batch of 1; pixels / 255 and an open batch. */
@EnabledIf(
    value = "io.github.steelyard.engine.data.SharedData#present",
    disabledReason = "shared/data is not beside the repository")
class OnnxMnistTest extends EngineProviderContract {
  private static final int IMAGES = 10_000;
  private static final int BATCH = 100;
  private static final int PIXELS = 28 * 28;

  @Override
  protected EngineProvider provider() {
    return new OnnxEngineProvider();
  }

  @Override
  protected Path modelFile() {
    return SharedData.file("models/onnx/mnist.onnx");
  }

  /** 25*8+8, 25*8*16+16, 256*10+10. */
  @Override
  protected long expectedParameters() {
    return 208 + 3216 + 2570;
  }

  /** 28*28*200, 14*14*3200, 256*10. */
  @Override
  protected long expectedMacs() {
    return 156_800 + 627_200 + 2560;
  }

  @Test
  void recognisesTheTestImages() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().inputs())
          .containsExactly(new TensorSpec("Input3", TensorType.FLOAT32, Shape.of(1, 28, 28)));
      // The onnx package's reference evaluator, which is numpy, gets 9891.
      assertThat(correct(model, 1f)).isCloseTo(9891, within(2));
    }
  }

  @Test
  void countsAndRunsAnotherExportersModel() throws IOException {
    try (LoadedModel model = openPrepared(SharedData.file("models/onnx/tribuo-cnn-mnist.onnx"))) {
      // 250+10, 5000+20, 320*50+50, 50*10+10
      assertThat(model.profile().parameters()).isEqualTo(21_840);
      // 24*24*250, 8*8*5000, 320*50, 50*10
      assertThat(model.profile().macsPerExample()).isEqualTo(480_500);
      assertThat(correct(model, 1 / 255f)).isGreaterThan(9800);
    }
  }

  private int correct(LoadedModel model, float scale) throws IOException {
    byte[] pixels = SharedData.idx("t10k-images-idx3-ubyte.gz", 16);
    byte[] labels = SharedData.idx("t10k-labels-idx1-ubyte.gz", 8);
    // As idx files give them, without the extent of the one channel.
    Shape shape = Shape.of(BATCH, 28, 28);
    int correct = 0;
    try (InferenceEngine engine = model.newEngine();
        Tensor tensor = Tensor.allocate(allocator(), TensorType.FLOAT32, shape)) {
      FloatBuffer inputs = tensor.buffer().asFloatBuffer();
      Batch batch = new Batch(BATCH, Map.of("input", tensor));
      for (int from = 0; from < IMAGES; from += BATCH) {
        for (int i = 0; i < BATCH * PIXELS; i++) {
          inputs.put(i, (pixels[from * PIXELS + i] & 0xff) * scale);
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
