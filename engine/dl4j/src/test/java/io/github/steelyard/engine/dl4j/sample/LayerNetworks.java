package io.github.steelyard.engine.dl4j.sample;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.profile.InputTypes;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A small network around each kind of layer, in several shapes; 4 classes at the end. */
public enum LayerNetworks {
  DENSE(row(), dense(7, Activation.IDENTITY), dense(33, Activation.RELU)),
  DENSE_WITHOUT_BIAS(
      row(), new DenseLayer.Builder().nOut(8).hasBias(false).activation(Activation.RELU).build()),
  TANH(row(), dense(9, Activation.TANH)),
  SIGMOID(row(), dense(9, Activation.SIGMOID)),
  ELU(row(), dense(9, Activation.ELU)),
  LEAKY(row(), dense(9, Activation.LEAKYRELU)),
  SWISH(row(), dense(9, Activation.SWISH)),
  SOFTMAX_INSIDE(row(), dense(9, Activation.SOFTMAX)),
  DROPOUT(row(), dense(9, Activation.RELU), new DropoutLayer(0.5), dense(6, Activation.RELU)),
  ROWS_NORMALIZED(row(), dense(12, Activation.IDENTITY), new BatchNormalization()),
  ACTIVATION_LAYERS(
      row(),
      new ActivationLayer(Activation.RELU),
      dense(9, Activation.IDENTITY),
      new ActivationLayer(Activation.HARDSIGMOID)),
  LOSS_LAYER(
      row(),
      graph -> {
        graph.addLayer("a", dense(4, Activation.IDENTITY), "input");
        graph.addLayer(
            "output", new LossLayer.Builder().activation(Activation.SOFTMAX).build(), "a");
      }),
  CONVOLUTION_1X1(image(3, 8, 8), convolution(5, 1, 1, ConvolutionMode.Truncate)),
  CONVOLUTION_SAME(image(3, 9, 7), convolution(6, 3, 2, ConvolutionMode.Same)),
  CONVOLUTION_5X5(
      image(1, 14, 14),
      convolution(20, 5, 1, ConvolutionMode.Truncate),
      convolution(32, 5, 1, ConvolutionMode.Truncate)),
  CONVOLUTION_PADDED(
      image(2, 10, 10),
      new ConvolutionLayer.Builder(3, 3)
          .nOut(16)
          .padding(1, 1)
          .stride(2, 2)
          .hasBias(false)
          .activation(Activation.RELU)
          .build()),
  CONVOLUTION_DILATED(
      image(2, 11, 11),
      new ConvolutionLayer.Builder(3, 3)
          .nOut(5)
          .dilation(2, 2)
          .activation(Activation.TANH)
          .build()),
  DEPTHWISE(
      image(4, 9, 9),
      new DepthwiseConvolution2D.Builder(3, 3)
          .depthMultiplier(2)
          .padding(1, 1)
          .stride(2, 2)
          .activation(Activation.RELU)
          .build()),
  FLAT_IMAGE(
      InputType.convolutionalFlat(10, 10, 1), convolution(4, 3, 1, ConvolutionMode.Truncate)),
  POOLING_MAX(image(3, 9, 9), pooling(SubsamplingLayer.PoolingType.MAX, 2, 2, 0)),
  POOLING_MAX_PADDED(image(3, 9, 9), pooling(SubsamplingLayer.PoolingType.MAX, 3, 2, 1)),
  POOLING_MEAN(image(3, 8, 8), pooling(SubsamplingLayer.PoolingType.AVG, 2, 2, 0)),
  POOLING_MEAN_WIDE(image(16, 12, 12), pooling(SubsamplingLayer.PoolingType.AVG, 3, 3, 0)),
  POOLING_SAME(
      image(3, 7, 7),
      new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .kernelSize(2, 2)
          .stride(2, 2)
          .convolutionMode(ConvolutionMode.Same)
          .build()),
  GLOBAL_MEAN(image(6, 5, 7), new GlobalPoolingLayer(PoolingType.AVG)),
  GLOBAL_MAX(image(6, 5, 7), new GlobalPoolingLayer(PoolingType.MAX)),
  IMAGES_NORMALIZED(
      image(3, 8, 8),
      convolution(16, 3, 1, ConvolutionMode.Same),
      new BatchNormalization.Builder().eps(1e-3).build(),
      new ActivationLayer(Activation.RELU)),
  ZERO_PADDING(image(2, 6, 6), new ZeroPaddingLayer(1, 2, 0, 3)),
  SUM(image(3, 6, 6), branches(new ElementWiseVertex(ElementWiseVertex.Op.Add))),
  MEAN(image(3, 6, 6), branches(new ElementWiseVertex(ElementWiseVertex.Op.Average))),
  MAXIMUM(image(3, 6, 6), branches(new ElementWiseVertex(ElementWiseVertex.Op.Max))),
  MERGE(image(3, 6, 6), branches(new MergeVertex())),

  // These are left to Deeplearning4j's own layers.
  RESPONSE_NORMALIZED(
      image(3, 8, 8),
      convolution(8, 3, 1, ConvolutionMode.Same),
      new LocalResponseNormalization.Builder().build()),
  RESPONSE_NORMALIZED_STRONGLY(
      image(3, 8, 8),
      convolution(12, 3, 1, ConvolutionMode.Same),
      new LocalResponseNormalization.Builder().k(1).n(3).alpha(0.5).beta(0.6).build()),
  RECURRENT(
      InputType.recurrent(6, 9),
      new LSTM.Builder().nOut(10).activation(Activation.TANH).build(),
      new GlobalPoolingLayer(PoolingType.MAX)),
  CHANNELS_LAST(
      InputType.convolutional(9, 9, 3, CNN2DFormat.NHWC),
      new ConvolutionLayer.Builder(3, 3)
          .nOut(16)
          .activation(Activation.RELU)
          .dataFormat(CNN2DFormat.NHWC)
          .build(),
      new BatchNormalization.Builder().dataFormat(CNN2DFormat.NHWC).build(),
      new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .kernelSize(2, 2)
          .stride(2, 2)
          .dataFormat(CNN2DFormat.NHWC)
          .build());

  public static final int CLASSES = 4;

  private final InputType input;
  private final Consumer<GraphBuilder> body;

  LayerNetworks(InputType input, Consumer<GraphBuilder> body) {
    this.input = input;
    this.body = body;
  }

  /** The layers one behind the other, and an output layer. */
  LayerNetworks(InputType input, Layer... layers) {
    this(input, graph -> chain(graph, layers));
  }

  /** Whether the lean forward pass runs it. */
  public boolean lean() {
    return compareTo(RESPONSE_NORMALIZED) < 0;
  }

  public Shape shape() {
    return InputTypes.shape(input);
  }

  public ComputationGraphConfiguration configuration() {
    return configuration(input, body);
  }

  /** A row, with a layer that the lean forward pass does not know. */
  public static ComputationGraphConfiguration withUnknownLayer() {
    return configuration(
        row(),
        graph ->
            chain(
                graph,
                new ElementWiseMultiplicationLayer.Builder()
                    .nIn(11)
                    .nOut(11)
                    .activation(Activation.TANH)
                    .build()));
  }

  private static ComputationGraphConfiguration configuration(
      InputType input, Consumer<GraphBuilder> body) {
    Dl4jBackend.start();
    GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(7).graphBuilder();
    graph.addInputs("input").setInputTypes(input);
    body.accept(graph);
    return graph.setOutputs("output").build();
  }

  private static void chain(GraphBuilder graph, Layer... layers) {
    String top = "input";
    for (int i = 0; i < layers.length; i++) {
      graph.addLayer("layer" + i, layers[i], top);
      top = "layer" + i;
    }
    output(graph, top);
  }

  private static void output(GraphBuilder graph, String top) {
    graph.addLayer(
        "output",
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(CLASSES)
            .activation(Activation.SOFTMAX)
            .build(),
        top);
  }

  /** Two branches and the first one's beginning, joined; all read again after the join. */
  private static Consumer<GraphBuilder> branches(
      org.deeplearning4j.nn.conf.graph.GraphVertex join) {
    return graph -> {
      graph.addLayer("a", convolution(5, 3, 1, ConvolutionMode.Same), "input");
      graph.addLayer("b", convolution(5, 3, 1, ConvolutionMode.Same), "a");
      graph.addLayer("c", new ActivationLayer(Activation.TANH), "a");
      graph.addVertex("joined", join, "a", "b", "c");
      graph.addLayer("d", convolution(5, 1, 1, ConvolutionMode.Same), "joined");
      graph.addVertex("again", new ElementWiseVertex(ElementWiseVertex.Op.Add), "d", "b");
      output(graph, "again");
    };
  }

  private static InputType row() {
    return InputType.feedForward(11);
  }

  private static InputType image(int channels, int height, int width) {
    return InputType.convolutional(height, width, channels);
  }

  private static DenseLayer dense(int units, Activation activation) {
    return new DenseLayer.Builder().nOut(units).activation(activation).build();
  }

  private static ConvolutionLayer convolution(
      int channels, int kernel, int stride, ConvolutionMode mode) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nOut(channels)
        .stride(stride, stride)
        .convolutionMode(mode)
        .activation(Activation.RELU)
        .build();
  }

  private static SubsamplingLayer pooling(
      SubsamplingLayer.PoolingType type, int kernel, int stride, int padding) {
    return new SubsamplingLayer.Builder(type)
        .kernelSize(kernel, kernel)
        .stride(stride, stride)
        .padding(padding, padding)
        .build();
  }
}
