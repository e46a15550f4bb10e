package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.dl4j.sample.SameDiffFiles;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SameDiffModelsTest extends EngineProviderContract {
  @TempDir private static Path shared;

  @Override
  protected EngineProvider provider() {
    return new Dl4jEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    Path file = folder.resolve("graph.fb");
    return Files.exists(file) ? file : SameDiffFiles.write(SameDiffFiles.convolutional(), file);
  }

  @Override
  protected Path preparedFolder() {
    return shared;
  }

  /** Without the label, which only the loss needs. */
  @Override
  protected long expectedParameters() {
    return 3 * 3 * 4 + 16 * 3 + 3;
  }

  /** 4x4 places of 3x3x4, and the dense layer. */
  @Override
  protected long expectedMacs() {
    return 16 * 36 + 16 * 3;
  }

  @Test
  void tellsInputsAndOutputsWithoutThoseOfTheLoss() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().format()).isEqualTo("samediff");
      assertThat(model.profile().inputs())
          .containsExactly(new TensorSpec("picture", TensorType.FLOAT32, Shape.of(1, 6, 6)));
      assertThat(model.profile().outputs())
          .containsExactly(new TensorSpec("scores", TensorType.FLOAT32, Shape.of(3)));
    }
  }

  @Test
  void answersAsTheFormulaSays() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Tensor tensor = Tensor.allocate(allocator(), TensorType.FLOAT32, Shape.of(1, 1, 6, 6))) {
      float[] picture = new float[36];
      for (int i = 0; i < 36; i++) {
        picture[i] = i * 37 % 101 / 100f - 0.5f;
        tensor.memory().setFloat((long) i * Float.BYTES, picture[i]);
      }
      try (Predictions predictions = engine.predict(new Batch(1, Map.of("picture", tensor)))) {
        assertThat(floats(predictions.outputs())).containsExactly(formula(picture), within(1e-6f));
      }
    }
  }

  private static float[] formula(float[] picture) {
    INDArray kernel = SameDiffFiles.kernel();
    INDArray dense = SameDiffFiles.dense();
    double[] scores = new double[3];
    for (int c = 0; c < 3; c++) {
      scores[c] = SameDiffFiles.bias().getDouble(c);
      for (int map = 0; map < 4; map++) {
        for (int place = 0; place < 4; place++) {
          double most = 0;
          for (int corner = 0; corner < 4; corner++) {
            int row = place / 2 * 2 + corner / 2;
            int column = place % 2 * 2 + corner % 2;
            double sum = 0;
            for (int k = 0; k < 9; k++) {
              sum +=
                  picture[(row + k / 3) * 6 + column + k % 3]
                      * kernel.getDouble(k / 3, k % 3, 0, map);
            }
            most = Math.max(most, sum);
          }
          scores[c] += most * dense.getDouble(map * 4 + place, c);
        }
      }
    }
    double total = Math.exp(scores[0]) + Math.exp(scores[1]) + Math.exp(scores[2]);
    float[] answer = new float[3];
    for (int c = 0; c < 3; c++) {
      answer[c] = (float) (Math.exp(scores[c]) / total);
    }
    return answer;
  }

  @Test
  void givesAllOutputsOfAGraph() throws IOException {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, 4);
    SDVariable hidden = x.mmul(graph.var("w", Nd4j.ones(DataType.FLOAT, 4, 5)));
    graph.math().tanh("left", hidden);
    hidden.mmul("right", graph.constant("v", Nd4j.ones(DataType.FLOAT, 5, 2)));
    try (LoadedModel model = openPrepared(write(graph))) {
      assertThat(model.profile().outputs())
          .containsExactly(
              new TensorSpec("left", TensorType.FLOAT32, Shape.of(5)),
              new TensorSpec("right", TensorType.FLOAT32, Shape.of(2)));
      assertThat(model.profile().macsPerExample()).isEqualTo(20 + 10);
      try (InferenceEngine engine = model.newEngine();
          Batch batch = batch(model, 0, 7);
          Predictions predictions = engine.predict(batch)) {
        assertThat(predictions.outputs().get("left").shape()).isEqualTo(Shape.of(7, 5));
        assertThat(predictions.outputs().get("right").shape()).isEqualTo(Shape.of(7, 2));
      }
    }
  }

  @Test
  void theSuiteMaySayAShapeThatTheGraphLeavesOpen() throws IOException {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, -1);
    x.mmul("y", graph.var("w", Nd4j.ones(DataType.FLOAT, 4, 5)));
    Path file = write(graph);
    assertThatThrownBy(() -> openPrepared(file))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "Model 'm': cannot read "
                + file
                + ": its graph does not say the whole shape of its input 'x': expected"
                + " 'input_shape' in the suite, such as [3, 224, 224]");
    ModelRef told = KerasFiles.reference(file, Map.of("input_shape", "[4]"));
    try (LoadedModel model = provider().open(told.at(provider().prepare(told, folder)))) {
      assertThat(model.profile().inputs().get(0).shape()).isEqualTo(Shape.of(4));
    }
  }

  @Test
  void aGraphForOneBatchSizeAloneIsRefused() throws IOException {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.FLOAT, 1, 2, 2);
    x.reshape(1, 4).mmul("y", graph.var("w", Nd4j.ones(DataType.FLOAT, 4, 5)));
    assertThatThrownBy(() -> openPrepared(write(graph)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("ND4J cannot run it on a batch of 2 (")
        .hasMessageEndingWith("): expected a graph for batches of any size")
        .hasMessageNotContaining("\n");
  }

  private Path write(SameDiff graph) throws IOException {
    return SameDiffFiles.write(graph, folder.resolve("other.fb"));
  }
}
