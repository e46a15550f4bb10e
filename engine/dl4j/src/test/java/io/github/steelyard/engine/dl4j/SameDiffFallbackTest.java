package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.execution.SwitchedExecutioner;
import io.github.steelyard.engine.dl4j.samediff.SameDiffCheck;
import io.github.steelyard.engine.dl4j.samediff.SameDiffGraph;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.dl4j.sample.SameDiffFiles;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** SameDiff graphs where oneDNN, or what stands for it, is wrong. */
class SameDiffFallbackTest {
  @TempDir private Path folder;
  private LoadedModel file;
  private SameDiffGraph graph;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Dl4jBackend.start().oneDnn(), "this CPU has no build with oneDNN");
    Path written = SameDiffFiles.write(SameDiffFiles.convolutional(), folder.resolve("graph.fb"));
    file = SameDiffModels.open(KerasFiles.reference(written, Map.of()));
    graph = SameDiffGraph.read(written);
  }

  @AfterEach
  void close() {
    if (file != null) {
      file.close();
      graph.close();
    }
  }

  /** The graph, but that oneDNN's part of its answer is changed. */
  private LoadedModel withHelper(Consumer<INDArray> wrong) {
    ModelProfile profile = file.profile();
    return new SameDiffLoadedModel(
        "m",
        () -> wrong(graph.session(), wrong),
        profile.inputs().stream().map(SameDiffModels::port).toList(),
        profile,
        () -> {});
  }

  private static SameDiffCheck.Run wrong(SameDiffCheck.Run session, Consumer<INDArray> wrong) {
    return inputs -> {
      INDArray[] results = session.run(inputs);
      if (SwitchedExecutioner.oneDnn()) {
        wrong.accept(results[0]);
      }
      return results;
    };
  }

  private static float[] predict(LoadedModel model) {
    try (BufferAllocator allocator = new RootAllocator();
        InferenceEngine engine = model.newEngine();
        Batch batch =
            new Batch(
                3,
                Map.of(
                    "picture",
                    Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(3, 1, 6, 6))))) {
      float[] pictures = Nd4j.linspace(-1, 1, 3 * 36).data().asFloat();
      batch.only().buffer().asFloatBuffer().put(pictures);
      try (Predictions predictions = engine.predict(batch)) {
        float[] scores = new float[3 * SameDiffFiles.CLASSES];
        predictions.only().buffer().asFloatBuffer().get(scores);
        return scores;
      }
    }
  }

  @Test
  void oneDnnAndTheBuiltInCodeAgreeOnARealGraph() {
    assertThat(file.notes()).isEmpty();
  }

  @Test
  void aGraphWhoseHelperIsWrongRunsBuiltInAndSaysSo() {
    try (LoadedModel wrong = withHelper(scores -> scores.addi(0.5f));
        LoadedModel right = withHelper(scores -> {})) {
      assertThat(right.notes()).isEmpty();
      assertThat(wrong.notes())
          .containsExactly(
              "output 'scores': with oneDNN it differs by 0.50 from the built-in one, so the whole"
                  + " graph runs built in");
      // Right is oneDNN's, in the last digits.
      assertThat(predict(wrong)).containsExactly(predict(right), within(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {2e-5f, Float.NaN, Float.POSITIVE_INFINITY})
  void everyDifferenceThatIsTooLargeCounts(float wrongBy) {
    try (LoadedModel model = withHelper(scores -> scores.addi(wrongBy))) {
      assertThat(model.notes()).hasSize(1);
    }
  }

  @Test
  void aSmallDifferenceIsLeftAsItIs() {
    try (LoadedModel close = withHelper(scores -> scores.addi(2e-6f));
        LoadedModel right = withHelper(scores -> {})) {
      assertThat(close.notes()).isEmpty();
      assertThat(predict(close)).isNotEqualTo(predict(right));
    }
  }
}
