package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.sample.TestNetworks;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

public class Dl4jGraphTest extends EngineProviderContract {
  @Override
  protected EngineProvider provider() {
    return new Dl4jEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    Path file = folder.resolve("graph.zip");
    return Files.exists(file) ? file : TestNetworks.writeGraph(file);
  }

  /** 4*8+8, 6*8+8, 16*3+3. */
  @Override
  protected long expectedParameters() {
    return 40 + 56 + 51;
  }

  @Override
  protected long expectedMacs() {
    return 32 + 48 + 48;
  }

  @Test
  void tellsEachInput() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().format()).isEqualTo("dl4j-graph");
      assertThat(model.profile().inputs())
          .containsExactly(
              new TensorSpec("left", TensorType.FLOAT32, Shape.of(4)),
              new TensorSpec("right", TensorType.FLOAT32, Shape.of(6)));
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

  @Test
  void writesGraphsThatDeeplearning4jReads() throws IOException {
    ComputationGraph network = ComputationGraph.load(modelFile().toFile(), false);
    Path file = folder.resolve("written.zip");
    Dl4jModelFile.write(file, network, Map.of("left", Shape.of(4), "right", Shape.of(6)));
    assertThat(ComputationGraph.load(file.toFile(), false).params()).isEqualTo(network.params());
    try (LoadedModel model = openPrepared(file)) {
      assertThat(model.profile().macsPerExample()).isEqualTo(expectedMacs());
    }
  }
}
