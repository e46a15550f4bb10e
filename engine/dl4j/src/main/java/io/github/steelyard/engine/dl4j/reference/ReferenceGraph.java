package io.github.steelyard.engine.dl4j.reference;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.architecture.LayerGraph;
import io.github.steelyard.engine.problem.BadInputException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The pieces that published networks are put together from. Convolutions and poolings pad by a
 * stated number of pixels on each side, as torchvision does; places that a stride leaves over are
 * dropped.
 */
final class ReferenceGraph {
  /** Adam's, where somebody trains the network. */
  static final double LEARNING_RATE = 0.001;

  private final LayerGraph graph;

  ReferenceGraph(Shape exampleShape, long seed) {
    graph = new LayerGraph(exampleShape, seed, LEARNING_RATE);
  }

  /**
   * Refuses what no network of that name can be built for.
   *
   * @param leastSide height and width, in pixels, of which something is left at the end
   */
  static void require(String name, Shape exampleShape, int classes, int leastSide) {
    if (!(exampleShape.rank() == 3
        && exampleShape.fixed()
        && exampleShape.extent(0) >= 1
        && Math.min(exampleShape.extent(1), exampleShape.extent(2)) >= leastSide)) {
      throw new BadInputException(
          name
              + " takes images [channels, height, width] of at least "
              + leastSide
              + " x "
              + leastSide
              + " pixels, found "
              + exampleShape
              + ".");
    }
    if (!(classes >= 2)) {
      throw new BadInputException(name + " tells at least 2 classes apart, found " + classes + ".");
    }
  }

  LayerGraph graph() {
    return graph;
  }

  /** With biases. */
  void convolution(int channels, int kernel, int stride, int padding, Activation activation) {
    graph.add(
        "convolution",
        new ConvolutionLayer.Builder(kernel, kernel)
            .nOut(channels)
            .stride(stride, stride)
            .padding(padding, padding)
            .convolutionMode(ConvolutionMode.Truncate)
            .activation(activation)
            .build());
  }

  /** Without biases, for the normalization that follows has its own. Keeps odd kernels centred. */
  void normalizedConvolution(int channels, int kernel, int stride) {
    graph.add(
        "convolution",
        new ConvolutionLayer.Builder(kernel, kernel)
            .nOut(channels)
            .stride(stride, stride)
            .padding(kernel / 2, kernel / 2)
            .convolutionMode(ConvolutionMode.Truncate)
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build());
    graph.add("batch-normalization", new BatchNormalization());
  }

  /** The same of 3x3 for each channel by itself. */
  void normalizedDepthwiseConvolution(int stride) {
    graph.add(
        "depthwise",
        new DepthwiseConvolution2D.Builder(3, 3)
            .depthMultiplier(1)
            .stride(stride, stride)
            .padding(1, 1)
            .convolutionMode(ConvolutionMode.Truncate)
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build());
    graph.add("batch-normalization", new BatchNormalization());
  }

  void activation(Activation activation) {
    graph.add("activation", new ActivationLayer(activation));
  }

  void pooling(SubsamplingLayer.PoolingType type, int kernel, int stride, int padding) {
    graph.add(
        "pooling",
        new SubsamplingLayer.Builder(type)
            .kernelSize(kernel, kernel)
            .stride(stride, stride)
            .padding(padding, padding)
            .convolutionMode(ConvolutionMode.Truncate)
            .build());
  }

  /** The mean of each channel: an image becomes a row. */
  void globalAverage() {
    graph.add("global-average", new GlobalPoolingLayer(PoolingType.AVG));
  }

  /**
   * The softmax over the classes.
   *
   * @param dropped share of its inputs that is dropped while training, 0 to below 1
   */
  ComputationGraphConfiguration classifier(int classes, double dropped) {
    OutputLayer.Builder classifier =
        new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
            .nOut(classes)
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.SOFTMAX);
    if (dropped > 0) {
      // Deeplearning4j wants the share that is kept.
      classifier.dropOut(new Dropout(1 - dropped));
    }
    graph.add("classifier", classifier.build());
    return graph.configuration();
  }
}
