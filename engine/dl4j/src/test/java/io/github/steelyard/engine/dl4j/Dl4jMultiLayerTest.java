package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.sample.TestNetworks;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.EngineProviderContract;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

class Dl4jMultiLayerTest extends EngineProviderContract {
  @Override
  protected EngineProvider provider() {
    return new Dl4jEngineProvider();
  }

  @Override
  protected Path modelFile() throws IOException {
    Path file = folder.resolve("network.zip");
    return Files.exists(file) ? file : TestNetworks.writeConvolutional(file);
  }

  /** 9*6+6, 4*6 for the norm, 9*6*8+8, 4*4*8*16+16, 16*5+5. */
  @Override
  protected long expectedParameters() {
    return 60 + 24 + 440 + 2064 + 85;
  }

  /** 12*12*9*6, then 4*4*9*6*8, then 128*16 and 16*5. */
  @Override
  protected long expectedMacs() {
    return 7776 + 6912 + 2048 + 80;
  }

  @Test
  void profilesEachLayer() throws IOException {
    try (LoadedModel model = open()) {
      assertThat(model.profile().format()).isEqualTo("dl4j-multilayer");
      assertThat(model.profile().inputs()).singleElement().hasToString("input FLOAT32 [144]");
      assertThat(model.profile().layers())
          .extracting(LayerProfile::kind, layer -> layer.output().toString(), LayerProfile::macs)
          .containsExactly(
              tuple("ConvolutionLayer", "[6, 12, 12]", 7776L),
              tuple("BatchNormalization", "[6, 12, 12]", 0L),
              tuple("SubsamplingLayer", "[6, 6, 6]", 0L),
              tuple("ConvolutionLayer", "[8, 4, 4]", 6912L),
              tuple("DenseLayer", "[16]", 2048L),
              tuple("OutputLayer", "[5]", 80L));
    }
  }

  @Test
  void answersAsDeeplearning4jItselfDoes() throws IOException {
    MultiLayerNetwork network = MultiLayerNetwork.load(modelFile().toFile(), false);
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, 9);
        Predictions predictions = engine.predict(batch)) {
      INDArray expected = network.output(ArrowArrays.over(batch.only(), new long[] {9, 144}));
      // Sums in another order, in another library: the last digit may differ.
      assertThat(floats(predictions.outputs()))
          .containsExactly(expected.dup('c').data().asFloat(), within(1e-6f));
    }
  }

  @Test
  void takesAnImageWhereTheNetworkFlattensIt() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch flat = batch(model, 0, 4);
        Tensor image = Tensor.allocate(allocator(), TensorType.FLOAT32, Shape.of(4, 1, 12, 12))) {
      image.memory().setBytes(0, flat.only().memory(), 0, flat.only().bytes());
      try (Predictions first = engine.predict(flat);
          Predictions second = engine.predict(new Batch(4, Map.of("input", image)))) {
        assertThat(floats(second.outputs())).isEqualTo(floats(first.outputs()));
      }
    }
  }

  /** Deeplearning4j runs such a layer in place. */
  @Test
  void leavesTheBatchAloneEvenWhereTheFirstLayerIsAnActivation() throws IOException {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ActivationLayer(Activation.TANH))
                .layer(new OutputLayer.Builder().nIn(4).nOut(2).build())
                .build());
    network.init();
    Path file = folder.resolve("activation.zip");
    Dl4jModelFile.write(file, network, Shape.of(4));
    try (LoadedModel model = openPrepared(file);
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, 3)) {
      float[] before = floats(batch.tensors());
      engine.predict(batch).close();
      assertThat(floats(batch.tensors())).isEqualTo(before);
    }
  }

  @Test
  void refusesAnotherElementType() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch =
            new Batch(
                1,
                Map.of(
                    "input", Tensor.allocate(allocator(), TensorType.UINT8, Shape.of(1, 144))))) {
      assertThatThrownBy(() -> engine.predict(batch))
          .isInstanceOf(ModelException.class)
          .hasMessage("Model 'm': expects input FLOAT32, the data give UINT8");
    }
  }

  @Test
  void asksForAShapeThatTheFileLeavesOpen() throws IOException {
    MultiLayerNetwork network =
        new MultiLayerNetwork(TestNetworks.convolutional(InputType.convolutional(12, 12, 1)));
    network.init();
    Path file = folder.resolve("open.zip");
    ModelSerializer.writeModel(network, file.toFile(), false);
    assertThatThrownBy(() -> openPrepared(file))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            "its configuration does not say the whole shape of its input 'input': expected"
                + " 'input_shape' in the suite, such as [3, 224, 224] (channels, height, width)");

    Map<String, String> options = new HashMap<>(Map.of("input_shape", "[1, 12, 12]"));
    ModelRef model = reference(file);
    try (LoadedModel opened =
        provider().open(new ModelRef("m", file.toString(), model.sha256(), 1, options))) {
      assertThat(opened.profile().macsPerExample()).isEqualTo(expectedMacs());
      assertThat(opened.profile().inputs().get(0).shape()).isEqualTo(Shape.of(1, 12, 12));
    }
    options.put("input_shape", "[1, 3, 3]");
    assertThatThrownBy(() -> provider().open(new ModelRef("m", file.toString(), "00", 1, options)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("its layers do not fit an input of [[1, 3, 3]]");
    options.put("input_shape", "wide");
    assertThatThrownBy(() -> provider().open(new ModelRef("m", file.toString(), "00", 1, options)))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            "input_shape: Expecting 1 to 4 numbers >= 1, such as [3, 224, 224]. Found: wide");
  }

  @Test
  void writesTheSameBytesForTheSameNetworkAndRemembersItsInput() throws IOException {
    MultiLayerNetwork network =
        new MultiLayerNetwork(TestNetworks.convolutional(InputType.convolutional(12, 12, 1)));
    network.init();
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    Dl4jModelFile.write(first, network, Shape.of(1, 12, 12));
    Dl4jModelFile.write(second, network, Shape.of(1, 12, 12));
    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
    assertThat(MultiLayerNetwork.load(first.toFile(), false).params()).isEqualTo(network.params());
    try (LoadedModel model = openPrepared(first)) {
      assertThat(model.profile().inputs().get(0).shape()).isEqualTo(Shape.of(1, 12, 12));
      assertThat(model.profile().parameters()).isEqualTo(expectedParameters());
    }
  }
}
