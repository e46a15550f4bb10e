package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model of {@link OnnxImageTest} that takes three examples, neither more nor fewer. */
class OnnxFixedBatchTest extends EngineProviderContract {
  @Override
  protected EngineProvider provider() {
    return new OnnxEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    return TestModels.copy("image-by-three.onnx", folder);
  }

  @Override
  protected long expectedParameters() {
    return 57 + 245 + 20;
  }

  @Override
  protected long expectedMacs() {
    return 3456 + 240 + 20;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 8})
  void answersAsTheModelWithAnOpenBatchDoes(int size) throws IOException {
    try (LoadedModel fixed = open();
        LoadedModel free = openPrepared(TestModels.copy("image.onnx", folder));
        InferenceEngine fixedEngine = fixed.newEngine();
        InferenceEngine freeEngine = free.newEngine();
        Batch batch = batch(fixed, 0, size);
        Predictions predictions = fixedEngine.predict(batch);
        Predictions expected = freeEngine.predict(batch)) {
      assertThat(predictions.only().shape()).isEqualTo(expected.only().shape());
      assertThat(floats(predictions.outputs()))
          .containsExactly(floats(expected.outputs()), within(1e-6f));
    }
  }
}
