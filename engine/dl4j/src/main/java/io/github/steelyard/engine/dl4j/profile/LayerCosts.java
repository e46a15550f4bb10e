package io.github.steelyard.engine.dl4j.profile;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/**
 * What a layer costs, from its configuration and the types of its activations. Multiply-accumulates
 * are counted for convolutions and dense layers, biases left out: each weight of a convolution
 * works once at every place of its result (of its input, where it is transposed), each weight of a
 * dense layer once for every step.
 */
final class LayerCosts {
  private LayerCosts() {}

  /** The layer that does the work, where others are wrapped around it. */
  static Layer unwrapped(Layer layer) {
    Layer inner = layer;
    while (inner instanceof BaseWrapperLayer || inner instanceof FrozenLayer) {
      inner =
          inner instanceof FrozenLayer frozen
              ? frozen.getLayer()
              : ((BaseWrapperLayer) inner).getUnderlying();
    }
    return inner;
  }

  /** Parameters that are a normalization's running means and variances. */
  static long runningStatistics(Layer layer) {
    return unwrapped(layer) instanceof BatchNormalization normalization
        ? 2 * normalization.getNOut()
        : 0;
  }

  /** Parameters in look-up tables. */
  static long embeddingParameters(Layer layer) {
    Layer inner = unwrapped(layer);
    return inner instanceof EmbeddingLayer || inner instanceof EmbeddingSequenceLayer
        ? weights((FeedForwardLayer) inner)
        : 0;
  }

  /**
   * Multiply-accumulates for one example.
   *
   * @param parameters of the layer
   * @param steps how many rows the example has become on the way here
   */
  static long macs(Layer layer, long parameters, InputType input, InputType output, long steps) {
    Layer inner = unwrapped(layer);
    if (inner instanceof ConvolutionLayer convolution) {
      boolean transposed = inner instanceof Deconvolution2D || inner instanceof Deconvolution3D;
      return Math.multiplyExact(
          parameters - biases(convolution), InputTypes.positions(transposed ? input : output));
    }
    if (inner instanceof DenseLayer
        || inner instanceof BaseOutputLayer
        || inner instanceof AutoEncoder) {
      return Math.multiplyExact(
          weights((FeedForwardLayer) inner),
          Math.multiplyExact(steps, InputTypes.positions(output)));
    }
    // Their weights are not shared between places: each works once.
    if (inner instanceof LocallyConnected2D local) {
      return parameters - (local.isHasBias() ? local.getNOut() : 0);
    }
    if (inner instanceof LocallyConnected1D local) {
      return parameters - (local.isHasBias() ? local.getNOut() : 0);
    }
    return 0;
  }

  private static long weights(FeedForwardLayer layer) {
    return Math.multiplyExact(layer.getNIn(), layer.getNOut());
  }

  private static long biases(ConvolutionLayer layer) {
    if (!layer.hasBias()) {
      return 0;
    }
    return layer instanceof DepthwiseConvolution2D depthwise
        ? layer.getNIn() * depthwise.getDepthMultiplier()
        : layer.getNOut();
  }
}
