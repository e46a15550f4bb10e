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
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasSequentialTest extends EngineProviderContract {
  @TempDir private static Path shared;

  @Override
  protected EngineProvider provider() {
    return new Dl4jEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    return KerasFiles.copy("sequential.h5", folder);
  }

  @Override
  protected Path preparedFolder() {
    return shared;
  }

  /** 9*4+4, 4*4 for the norm, 64*3+3. */
  @Override
  protected long expectedParameters() {
    return 40 + 16 + 195;
  }

  /** 8*8*9*4 and 64*3. */
  @Override
  protected long expectedMacs() {
    return 2304 + 192;
  }

  @Test
  void keepsKerasLayoutAndFormat() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().format()).isEqualTo("keras-h5");
      assertThat(model.profile().inputs())
          .extracting(TensorSpec::shape)
          .containsExactly(Shape.of(8, 8, 1));
    }
  }

  @Test
  void answersAsKerasDoes() throws IOException {
    check(modelFile(), Shape.of(1, 8, 8, 1), new float[] {0.57573597f, 0.04517537f, 0.37908866f});
  }

  @Test
  void answersAsKerasDoesForAFunctionalModel() throws IOException {
    check(
        KerasFiles.copy("functional.h5", folder),
        Shape.of(1, 8, 8, 2),
        new float[] {5.62677482e-02f, 9.43728631e-01f, 3.62097780e-06f});
  }

  @Test
  void profilesAFunctionalModel() throws IOException {
    try (LoadedModel model = openPrepared(KerasFiles.copy("functional.h5", folder))) {
      // 9*2*2+2 and 128*3+3; 64*9*2*2 and 128*3.
      assertThat(model.profile().parameters()).isEqualTo(38 + 387);
      assertThat(model.profile().macsPerExample()).isEqualTo(2304 + 384);
      assertThat(model.profile().inputs())
          .containsExactly(new TensorSpec("picture", TensorType.FLOAT32, Shape.of(8, 8, 2)));
    }
  }

  /** The expected numbers are a forward pass in numpy: see make.py beside the files. */
  private void check(Path file, Shape shape, float[] expected) throws IOException {
    try (LoadedModel model = openPrepared(file);
        InferenceEngine engine = model.newEngine();
        Tensor tensor = Tensor.allocate(allocator(), TensorType.FLOAT32, shape)) {
      for (long i = 0; i < shape.elements(); i++) {
        tensor.memory().setFloat(i * Float.BYTES, i * 37 % 101 / 100f - 0.5f);
      }
      try (Predictions predictions =
          engine.predict(new Batch(1, Map.of(model.profile().inputs().get(0).name(), tensor)))) {
        assertThat(floats(predictions.outputs())).containsExactly(expected, within(1e-5f));
      }
    }
  }
}
