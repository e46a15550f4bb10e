package io.github.steelyard.engine.dl4j.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.junit.jupiter.api.Test;

/** Each number is worked by hand from the layer's sizes, as the comment beside it says. */
class LayerCostsTest {
  private static final Shape IMAGE = Shape.of(3, 8, 8);

  @Test
  void aConvolutionWorksAtEachPlaceOfItsResult() throws UnusableModelException {
    // 4*4 places, 3*3*3*5 weights, 5 biases
    check(
        new ConvolutionLayer.Builder(3, 3)
            .stride(2, 2)
            .convolutionMode(ConvolutionMode.Same)
            .nOut(5)
            .build(),
        IMAGE,
        "[5, 4, 4]",
        140,
        16 * 135);
    check(
        new FrozenLayer(
            new ConvolutionLayer.Builder(3, 3)
                .hasBias(false)
                .convolutionMode(ConvolutionMode.Same)
                .nIn(3)
                .nOut(5)
                .build()),
        IMAGE,
        "[5, 8, 8]",
        135,
        64 * 135);
  }

  @Test
  void aDepthwiseConvolutionLooksAtOneChannelAtATime() throws UnusableModelException {
    // 8*8 places, 3*3*3*2 weights, 6 biases
    check(
        new DepthwiseConvolution2D.Builder(3, 3)
            .depthMultiplier(2)
            .convolutionMode(ConvolutionMode.Same)
            .build(),
        IMAGE,
        "[6, 8, 8]",
        60,
        64 * 54);
  }

  @Test
  void aSeparableConvolutionIsADepthwiseAndAPointwiseOne() throws UnusableModelException {
    // 8*8 places, 3*3*3*2 and 6*5 weights, 5 biases
    check(
        new SeparableConvolution2D.Builder(3, 3)
            .depthMultiplier(2)
            .convolutionMode(ConvolutionMode.Same)
            .nOut(5)
            .build(),
        IMAGE,
        "[5, 8, 8]",
        89,
        64 * 84);
  }

  @Test
  void aTransposedConvolutionWorksAtEachPlaceOfItsInput() throws UnusableModelException {
    // 8*8 places of the input, 2*2*3*5 weights, 5 biases
    check(
        new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(5).build(),
        IMAGE,
        "[5, 16, 16]",
        65,
        64 * 60);
  }

  @Test
  void aLocallyConnectedLayerHasWeightsOfItsOwnAtEachPlace() throws UnusableModelException {
    // 6*6 places, each with 3*3*3*5 weights; 5 biases
    check(
        new LocallyConnected2D.Builder()
            .kernelSize(3, 3)
            .convolutionMode(ConvolutionMode.Truncate)
            .nOut(5)
            .build(),
        IMAGE,
        "[5, 6, 6]",
        36 * 135 + 5,
        36 * 135);
  }

  @Test
  void sequencesAndVolumesHaveTheirOwnPlaces() throws UnusableModelException {
    // 10 steps, 3*7*4 weights, 4 biases
    check(
        new Convolution1DLayer.Builder(3).convolutionMode(ConvolutionMode.Same).nOut(4).build(),
        Shape.of(7, 10),
        "[4, 10]",
        88,
        10 * 84);
    // 2*3*4 places, 3*3*3*2*5 weights, 5 biases
    check(
        new Convolution3D.Builder(3, 3, 3).convolutionMode(ConvolutionMode.Same).nOut(5).build(),
        Shape.of(2, 2, 3, 4),
        "[5, 2, 3, 4]",
        275,
        24 * 270);
  }

  @Test
  void denseLayersWorkAtEachStepOfASequence() throws UnusableModelException {
    List<LayerProfile> layers =
        profile(
            Shape.of(7, 10),
            new LSTM.Builder().nOut(6).build(),
            new DenseLayer.Builder().nOut(5).build(),
            new RnnOutputLayer.Builder().nOut(2).build());
    assertThat(layers).extracting(LayerProfile::macs).containsExactly(0L, 10 * 6 * 5L, 10 * 5 * 2L);
    assertThat(layers.get(2).output()).isEqualTo(Shape.of(2, 10));
  }

  @Test
  void lookUpTablesAreCountedApart() throws UnusableModelException {
    List<LayerProfile> layers =
        profile(
            Shape.of(9),
            new EmbeddingSequenceLayer.Builder().inputLength(9).nIn(100).nOut(8).build(),
            new RnnOutputLayer.Builder().nIn(8).nOut(2).build());
    assertThat(layers.get(0).parameters()).isEqualTo(800);
    assertThat(layers.get(0).embeddingParameters()).isEqualTo(800);
    assertThat(layers.get(0).macs()).isZero();
    assertThat(layers.get(1).macs()).isEqualTo(9 * 16);
  }

  @Test
  void runningStatisticsAreCountedApart() throws UnusableModelException {
    List<LayerProfile> layers =
        profile(
            IMAGE,
            new ConvolutionLayer.Builder(3, 3).nOut(5).hasBias(false).build(),
            new BatchNormalization(),
            new BatchNormalization.Builder().lockGammaBeta(true).build());
    assertThat(layers).extracting(LayerProfile::parameters).containsExactly(135L, 20L, 10L);
    assertThat(layers).extracting(LayerProfile::runningStatistics).containsExactly(0L, 10L, 10L);
    assertThat(layers).extracting(LayerProfile::macs).containsExactly(36 * 135L, 0L, 0L);
  }

  @Test
  void aLossHasTheShapeOfWhatItJudges() throws UnusableModelException {
    List<LayerProfile> layers =
        profile(
            Shape.of(7),
            new DenseLayer.Builder().nIn(7).nOut(5).build(),
            new LossLayer.Builder().build());
    assertThat(layers.get(1).output()).isEqualTo(Shape.of(5));
    assertThat(layers.get(1).parameters()).isZero();
  }

  private static void check(Layer layer, Shape input, String output, long parameters, long macs)
      throws UnusableModelException {
    LayerProfile profile = profile(input, layer).get(0);
    assertThat(profile.output()).hasToString(output);
    assertThat(profile.parameters()).isEqualTo(parameters);
    assertThat(profile.macs()).isEqualTo(macs);
  }

  private static List<LayerProfile> profile(Shape shape, Layer... layers)
      throws UnusableModelException {
    Dl4jBackend.start();
    InputType type = InputTypes.of(shape, false);
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    NetworkPlan plan =
        NetworkPlan.of(shape.rank() == 1 ? list.build() : list.setInputType(type).build());
    TensorSpec spec = new TensorSpec(NetworkPlan.ONLY_INPUT, TensorType.FLOAT32, shape);
    return ProfileBuilder.build(
            plan, plan.format(), List.of(new InputPort(spec, type, shape, false)), 0)
        .layers();
  }
}
