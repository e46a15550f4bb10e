package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.dl4j.sample.LayerNetworks;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The lean forward pass, with oneDNN, against Deeplearning4j's own layers without it: on every kind
 * of layer, for several batch sizes, and on threads that share the weights.
 */
class LeanForwardTest {
  /** All networks end in probabilities, so this is absolute. */
  private static final float TOLERANCE = 1e-6f;

  private static final int[] BATCHES = {5, 1, 5, 3, 8, 5};

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(LayerNetworks.class)
  void givesWhatDeeplearning4jGives(LayerNetworks kind) throws IOException {
    ComputationGraph network = initialized(kind);
    try (LoadedModel model = open(network, kind);
        InferenceEngine engine = model.newEngine();
        BufferAllocator allocator = new RootAllocator()) {
      if (kind.lean()) {
        // oneDNN refuses dilations: that layer alone runs built in, and says so.
        boolean refused = kind == LayerNetworks.CONVOLUTION_DILATED;
        assertThat(model.notes()).hasSize(refused ? 1 : 0);
        assertThat(model.notes()).allMatch(note -> note.contains("layer 'layer0'"));
      } else {
        // The only note: no layer's oneDNN disagrees with the built-in code.
        assertThat(model.notes()).hasSize(1).allMatch(note -> note.contains("layer by layer"));
      }
      for (int batch : BATCHES) {
        float[] input = numbers(kind, batch);
        compare(
            predict(engine, kind, input, batch, allocator), reference(network, kind, input, batch));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(LayerNetworks.class)
  void givesTheSameBitsOnEveryThread(LayerNetworks kind) throws Exception {
    try (LoadedModel model = open(initialized(kind), kind);
        BufferAllocator allocator = new RootAllocator()) {
      float[] input = numbers(kind, 5);
      float[] first;
      try (InferenceEngine engine = model.newEngine()) {
        first = predict(engine, kind, input, 5, allocator);
      }
      ExecutorService threads = Executors.newFixedThreadPool(3);
      try {
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          runs.add(
              threads.submit(
                  () -> {
                    try (InferenceEngine engine = model.newEngine()) {
                      for (int batch : BATCHES) {
                        float[] result =
                            predict(engine, kind, numbers(kind, batch), batch, allocator);
                        if (batch == 5) {
                          assertThat(result).containsExactly(first);
                        }
                      }
                    }
                  }));
        }
        for (Future<?> run : runs) {
          run.get();
        }
      } finally {
        threads.shutdown();
      }
    }
  }

  @Test
  void whatIsUnknownIsLeftToDeeplearning4jAsAWholeAndSaidSo() throws IOException {
    LayerNetworks like = LayerNetworks.DENSE;
    ComputationGraph network = new ComputationGraph(LayerNetworks.withUnknownLayer());
    network.init();
    try (LoadedModel model = open(network, like);
        InferenceEngine engine = model.newEngine();
        BufferAllocator allocator = new RootAllocator()) {
      assertThat(model.notes()).hasSize(1);
      assertThat(model.notes().get(0)).contains("layer by layer", "ElementWiseMultiplicationLayer");
      float[] input = numbers(like, 4);
      compare(predict(engine, like, input, 4, allocator), reference(network, like, input, 4));
    }
  }

  private LoadedModel open(ComputationGraph network, LayerNetworks kind) throws IOException {
    Path file = folder.resolve(kind + ".zip");
    ModelSerializer.writeModel(network, file.toFile(), false);
    return new Dl4jEngineProvider()
        .open(KerasFiles.reference(file, Map.of("input_shape", kind.shape().toString())));
  }

  /** Running statistics, biases and shifts that are not those of a fresh network. */
  private static ComputationGraph initialized(LayerNetworks kind) {
    ComputationGraph network = new ComputationGraph(kind.configuration());
    network.init();
    Nd4j.getRandom().setSeed(11);
    for (Layer layer : network.getLayers()) {
      layer
          .paramTable()
          .forEach(
              (key, parameter) -> {
                if (!key.equals("W")) {
                  parameter.assign(Nd4j.rand(parameter.dataType(), parameter.shape()).addi(0.1));
                }
              });
    }
    return network;
  }

  private static float[] numbers(LayerNetworks kind, int batch) {
    Random random = new Random(batch);
    float[] numbers = new float[Math.toIntExact(kind.shape().elements() * batch)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 2 * random.nextFloat() - 1;
    }
    return numbers;
  }

  private static float[] predict(
      InferenceEngine engine,
      LayerNetworks kind,
      float[] input,
      int batch,
      BufferAllocator allocator) {
    try (Tensor tensor =
        Tensor.allocate(allocator, TensorType.FLOAT32, kind.shape().batched(batch))) {
      tensor.buffer().asFloatBuffer().put(input);
      try (Predictions predictions = engine.predict(new Batch(batch, Map.of("input", tensor)))) {
        Tensor output = predictions.outputs().values().iterator().next();
        assertThat(output.shape()).isEqualTo(Shape.of(batch, LayerNetworks.CLASSES));
        float[] result = new float[batch * LayerNetworks.CLASSES];
        output.buffer().asFloatBuffer().get(result);
        float[] after = new float[input.length];
        tensor.buffer().asFloatBuffer().get(after);
        assertThat(after).as("the input, which other models read, too").containsExactly(input);
        return result;
      }
    }
  }

  /** Deeplearning4j's own code: neither its layers nor libnd4j's operations use oneDNN. */
  private static float[] reference(
      ComputationGraph network, LayerNetworks kind, float[] input, int batch) {
    String before = System.getProperty(Dl4jBackend.HELPERS_OFF);
    System.setProperty(Dl4jBackend.HELPERS_OFF, "true");
    Nd4j.getEnvironment().allowHelpers(false);
    try {
      ComputationGraph plain = new ComputationGraph(network.getConfiguration().clone());
      plain.init(network.params(), false);
      long[] shape = kind.shape().batched(batch).toArray();
      INDArray result = plain.outputSingle(Nd4j.create(input, shape, 'c'));
      return result.dup('c').data().asFloat();
    } finally {
      Nd4j.getEnvironment().allowHelpers(true);
      System.setProperty(Dl4jBackend.HELPERS_OFF, before);
    }
  }

  private static void compare(float[] result, float[] expected) {
    assertThat(result).hasSameSizeAs(expected);
    for (int row = 0; row < result.length; row += LayerNetworks.CLASSES) {
      int best = row;
      int expectedBest = row;
      for (int at = row; at < row + LayerNetworks.CLASSES; at++) {
        assertThat(Math.abs(result[at] - expected[at])).isLessThanOrEqualTo(TOLERANCE);
        best = result[at] > result[best] ? at : best;
        expectedBest = expected[at] > expected[expectedBest] ? at : expectedBest;
      }
      assertThat(best).isEqualTo(expectedBest);
    }
  }
}
