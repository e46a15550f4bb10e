package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.training.TrainingRecipe;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;

/**
 * A network that grows layer by layer: the pieces all architectures are put together from, with a
 * recipe's shortcuts, batch normalization and dropout applied. The head's weights start as Glorot
 * and Bengio 2010 propose.
 */
final class LayerStack {
  private final TrainingRecipe recipe;
  private final LayerGraph graph;

  /** Channels or units of the layer on top. */
  private long topWidth;

  LayerStack(TrainingRecipe recipe, Shape exampleShape) {
    this.recipe = recipe;
    this.topWidth = exampleShape.extent(0);
    this.graph = new LayerGraph(exampleShape, recipe.seed(), recipe.learningRate());
  }

  /** Convolutions of 3x3 that keep height and width, with shortcuts if the recipe wants them. */
  void convolutions(int channels, int count) {
    if (!recipe.residual()) {
      for (int i = 0; i < count; i++) {
        convolution(channels, 3, true);
      }
      return;
    }
    int left = count;
    while (left > 0) {
      // Three together rather than one left alone: a shortcut around a single layer helps nothing.
      int size = left == 3 ? 3 : Math.min(2, left);
      convolutionBlock(channels, size);
      left -= size;
    }
  }

  /** He et al. 2016, figure 2: {@code relu(F(x) + x)}, with a 1x1 projection of x if needed. */
  private void convolutionBlock(int channels, int count) {
    String before = graph.top();
    long widthBefore = topWidth;
    for (int i = 1; i < count; i++) {
      convolution(channels, 3, true);
    }
    convolution(channels, 3, false);
    String after = graph.top();
    if (widthBefore != channels) {
      graph.continueFrom(before);
      convolution(channels, 1, false);
      before = graph.top();
    }
    addAndRectify(before, after);
  }

  private void convolution(int channels, int kernel, boolean rectified) {
    graph.add(
        "convolution",
        new ConvolutionLayer.Builder(kernel, kernel)
            .nOut(channels)
            .convolutionMode(ConvolutionMode.Same)
            .hasBias(!recipe.batchNormalization())
            .activation(ownActivation(rectified))
            .build());
    finish(channels, rectified);
  }

  /** Halves height and width, rounding down. */
  void pool() {
    graph.add(
        "pooling",
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(2, 2)
            .stride(2, 2)
            .convolutionMode(ConvolutionMode.Truncate)
            .build());
  }

  void dense(int units) {
    dense(units, 0, true);
  }

  /** A dense layer whose inputs are dropped as the recipe says, while training. */
  void denseAfterDropout(int units) {
    dense(units, recipe.dropout(), true);
  }

  /** Two dense layers with a shortcut around them; the layer below must have as many units. */
  void denseBlock(int units) {
    String before = graph.top();
    dense(units, 0, true);
    dense(units, 0, false);
    addAndRectify(before, graph.top());
  }

  private void dense(int units, double dropout, boolean rectified) {
    graph.add(
        "dense",
        new DenseLayer.Builder()
            .nOut(units)
            .dropOut(dropout(dropout))
            .hasBias(!recipe.batchNormalization())
            .activation(ownActivation(rectified))
            .build());
    finish(units, rectified);
  }

  /** The head, after the recipe's dropout; nothing can be put on top of it. */
  ComputationGraphConfiguration finish(OutputHead head, int outputs) {
    graph.add(
        head.layer(),
        new OutputLayer.Builder(head.loss())
            .nOut(outputs)
            .dropOut(dropout(recipe.dropout()))
            .weightInit(WeightInit.XAVIER)
            .activation(head.activation())
            .build());
    return graph.configuration();
  }

  /** Deeplearning4j wants the share that is kept, and null where nothing is dropped. */
  private static @Nullable IDropout dropout(double dropped) {
    return dropped == 0 ? null : new Dropout(1 - dropped);
  }

  /** Where nothing stands between a layer and its rectifier, the layer does both in one step. */
  private Activation ownActivation(boolean rectified) {
    return rectified && !recipe.batchNormalization() ? Activation.RELU : Activation.IDENTITY;
  }

  private void finish(long width, boolean rectified) {
    topWidth = width;
    if (recipe.batchNormalization()) {
      graph.add("batch-normalization", new BatchNormalization());
      if (rectified) {
        graph.add("rectifier", new ActivationLayer(Activation.RELU));
      }
    }
  }

  private void addAndRectify(String shortcut, String branch) {
    graph.sum(shortcut, branch);
    graph.add("rectifier", new ActivationLayer(Activation.RELU));
  }
}
