package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** An open batch; the flattening's shape is computed by the graph. */
class OnnxImageTest extends EngineProviderContract {
  @Override
  protected EngineProvider provider() {
    return new OnnxEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    return TestModels.copy("image.onnx", folder);
  }

  /** 2*3*9+3, 48*5+5, 5*4. */
  @Override
  protected long expectedParameters() {
    return 57 + 245 + 20;
  }

  /** 64 places of 54 weights; 48*5; 5*4. */
  @Override
  protected long expectedMacs() {
    return 3456 + 240 + 20;
  }

  @Test
  void isFoundByItsService() {
    assertThat(ServiceLoader.load(EngineProvider.class))
        .anyMatch(OnnxEngineProvider.class::isInstance);
  }

  @Test
  void tellsEachOperatorsShapeAndCost() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().format()).isEqualTo("onnx");
      assertThat(model.profile().layers())
          .contains(
              new LayerProfile("convolved", "Conv", Shape.of(3, 8, 8), 57, 0, 0, 3456),
              new LayerProfile("pooled", "MaxPool", Shape.of(3, 4, 4), 0, 0, 0, 0),
              new LayerProfile("flat", "Reshape", Shape.of(48), 0, 0, 0, 0),
              new LayerProfile("hidden", "Gemm", Shape.of(5), 245, 0, 0, 240),
              new LayerProfile("logits", "MatMul", Shape.of(4), 20, 0, 0, 20))
          .hasSize(11);
    }
  }
}
