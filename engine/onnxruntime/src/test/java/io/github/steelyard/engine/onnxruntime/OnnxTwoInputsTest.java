package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxTwoInputsTest extends EngineProviderContract {
  @Override
  protected EngineProvider provider() {
    return new OnnxEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    return TestModels.copy("two-inputs.onnx", folder);
  }

  /** 4*8, 6*8, 16*3+3. */
  @Override
  protected long expectedParameters() {
    return 32 + 48 + 51;
  }

  @Override
  protected long expectedMacs() {
    return 32 + 48 + 48;
  }

  @Test
  void tellsEachInputAndOutput() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().inputs())
          .containsExactly(
              new TensorSpec("left", TensorType.FLOAT32, Shape.of(4)),
              new TensorSpec("right", TensorType.FLOAT32, Shape.of(6)));
      assertThat(model.profile().outputs())
          .containsExactly(new TensorSpec("scores", TensorType.FLOAT32, Shape.of(3)));
    }
  }

  @Test
  void twoOutputsComeUnderTheirNames() throws IOException {
    try (LoadedModel one = open();
        LoadedModel two = openPrepared(TestModels.copy("two-outputs.onnx", folder));
        InferenceEngine oneEngine = one.newEngine();
        InferenceEngine twoEngine = two.newEngine();
        Batch batch = batch(one, 0, 5);
        Predictions expected = oneEngine.predict(batch);
        Predictions predictions = twoEngine.predict(batch)) {
      assertThat(predictions.outputs().keySet()).containsExactly("scores", "probabilities");
      float[] scores = floats(expected.outputs());
      float[] both = floats(predictions.outputs());
      assertThat(both).startsWith(scores).hasSize(30);
      for (int row = 0; row < 5; row++) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
          sum += Math.exp(scores[row * 3 + i]);
        }
        for (int i = 0; i < 3; i++) {
          assertThat((double) both[15 + row * 3 + i])
              .isCloseTo(Math.exp(scores[row * 3 + i]) / sum, within(1e-6));
        }
      }
    }
  }

  @Test
  void namesAnInputThatIsMissing() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch =
            new Batch(
                1,
                Map.of("left", Tensor.allocate(allocator(), TensorType.FLOAT32, Shape.of(1, 4))))) {
      assertThatThrownBy(() -> engine.predict(batch))
          .isInstanceOf(ModelException.class)
          .hasMessage("Model 'm': expects an input 'right', the data give [left]");
    }
  }
}
