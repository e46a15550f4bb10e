package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.profile.InputPorts;
import io.github.steelyard.engine.dl4j.profile.ProfileBuilder;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Layers of networks that Deeplearning4j runs, where oneDNN (or what stands for it) is wrong. */
class LayeredFallbackTest {
  private static final InputType IMAGE = InputType.convolutional(3, 3, 2);
  private static final int NUMBERS = 18;
  private static final int BATCH = 3;
  private static final String LAYERED =
      "run layer by layer, for the lean forward pass lacks [wrong (WrongHelperLayer)]";

  @BeforeEach
  void start() {
    assumeTrue(Dl4jBackend.start().oneDnn(), "this CPU has no build with oneDNN");
  }

  private static MultiLayerConfiguration chain(LocalResponseNormalization layer) {
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .list()
        .layer(layer)
        .layer(output())
        .setInputType(IMAGE)
        .build();
  }

  private static ComputationGraphConfiguration graph(LocalResponseNormalization layer) {
    return new NeuralNetConfiguration.Builder()
        .seed(3)
        .graphBuilder()
        .addInputs("input")
        .setInputTypes(IMAGE)
        .addLayer("wrong", layer, "input")
        .addLayer("output", output(), "wrong")
        .setOutputs("output")
        .build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(4)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static MultiLayerNetwork network(LocalResponseNormalization layer) {
    MultiLayerNetwork network = new MultiLayerNetwork(chain(layer));
    network.init();
    return network;
  }

  @Test
  void aLayerOfAChainWhoseHelperIsWrongRunsBuiltInAndSaysSo() throws Exception {
    MultiLayerNetwork right =
        network(new LocalResponseNormalization.Builder().k(1).n(1).alpha(0).build());
    float[] expected = right.output(images(), false).data().asFloat();
    MultiLayerNetwork wrong = network(new WrongHelperLayer(0.5f));
    assertThat(wrong.output(images(), false).data().asFloat()).isNotEqualTo(expected);
    try (LoadedModel model = open(NetworkPlan.of(chain(new WrongHelperLayer(0.5f))), right)) {
      assertThat(model.notes())
          .containsExactly(
              LAYERED,
              "layer 'wrong': oneDNN's WrongHelperLayer differs by 0.50 from the built-in one,"
                  + " which runs instead");
      assertThat(predict(model)).containsExactly(expected);
    }
  }

  @Test
  void aLayerOfAGraphWhoseHelperIsWrongRunsBuiltInAndSaysSo() throws Exception {
    MultiLayerNetwork right =
        network(new LocalResponseNormalization.Builder().k(1).n(1).alpha(0).build());
    float[] expected = right.output(images(), false).data().asFloat();
    ComputationGraphConfiguration configuration = graph(new WrongHelperLayer(0.5f));
    configuration.getVertices().compute("wrong", (name, vertex) -> new FrozenVertex(vertex));
    try (LoadedModel model = open(NetworkPlan.of(configuration), right)) {
      assertThat(model.notes()).hasSize(2).contains(LAYERED);
      assertThat(model.notes().get(1))
          .isEqualTo(
              "layer 'wrong': oneDNN's WrongHelperLayer differs by 0.50 from the built-in one,"
                  + " which runs instead");
      assertThat(predict(model)).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {2e-5f, Float.NaN, Float.POSITIVE_INFINITY})
  void everyDifferenceThatIsTooLargeCounts(float wrongBy) throws Exception {
    MultiLayerNetwork wrong = network(new WrongHelperLayer(wrongBy));
    try (LoadedModel model = open(NetworkPlan.of(chain(new WrongHelperLayer(wrongBy))), wrong)) {
      assertThat(model.notes()).hasSize(2);
    }
  }

  @Test
  void aSmallDifferenceIsLeftAsItIs() throws Exception {
    MultiLayerNetwork close = network(new WrongHelperLayer(2e-6f));
    try (LoadedModel model = open(NetworkPlan.of(chain(new WrongHelperLayer(2e-6f))), close)) {
      assertThat(model.notes()).containsExactly(LAYERED);
      assertThat(predict(model)).containsExactly(close.output(images(), false).data().asFloat());
    }
  }

  /** Numbers between -1 and 1 would be read from outside of the table. */
  @Test
  void anInputThatIsLookedUpIsTriedWithNumbersOfItsTable() throws Exception {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .list()
            .layer(new EmbeddingLayer.Builder().nIn(2).nOut(5).build())
            .layer(
                new ElementWiseMultiplicationLayer.Builder()
                    .nIn(5)
                    .nOut(5)
                    .activation(Activation.TANH)
                    .build())
            .layer(new OutputLayer.Builder(LossFunction.MCXENT).nIn(5).nOut(4).build())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration.clone());
    network.init();
    try (LoadedModel model = open(NetworkPlan.of(configuration), network)) {
      assertThat(model.notes()).hasSize(1).allMatch(note -> note.contains("layer by layer"));
    }
  }

  private static LoadedModel open(NetworkPlan plan, MultiLayerNetwork weights)
      throws UnusableModelException {
    Map<String, String> options =
        plan.nodes().get(0).layer() instanceof EmbeddingLayer
            ? Map.of()
            : Map.of("input_shape", "[2, 3, 3]");
    List<InputPort> inputs = InputPorts.of(plan, null, options);
    return new Dl4jLoadedModel(
        "m",
        Placement.REFERENCE,
        plan,
        inputs,
        ProfileBuilder.build(plan, plan.format(), inputs, 0, Precision.FLOAT32),
        weights.params().dup());
  }

  private static INDArray images() {
    return Nd4j.linspace(-1, 1, BATCH * NUMBERS).reshape(BATCH, 2, 3, 3).castTo(Nd4j.dataType());
  }

  private static float[] predict(LoadedModel model) {
    try (BufferAllocator allocator = new RootAllocator();
        InferenceEngine engine = model.newEngine();
        Batch batch =
            new Batch(
                BATCH,
                Map.of(
                    "input",
                    Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(BATCH, 2, 3, 3))))) {
      batch.only().buffer().asFloatBuffer().put(images().data().asFloat());
      try (Predictions predictions = engine.predict(batch)) {
        float[] numbers = new float[BATCH * 4];
        predictions.only().buffer().asFloatBuffer().get(numbers);
        return numbers;
      }
    }
  }
}
