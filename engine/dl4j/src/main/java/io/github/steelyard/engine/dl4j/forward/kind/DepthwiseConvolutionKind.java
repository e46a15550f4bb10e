package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/** Convolutions of each channel by itself, channels first. */
final class DepthwiseConvolutionKind implements LayerKind {
  private static final long CHANNELS_FIRST = 0;

  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != DepthwiseConvolution2D.class
        || ((DepthwiseConvolution2D) layer).getCnn2dDataFormat() != CNN2DFormat.NCHW
        || site.input().shape().rank() != 3) {
      return null;
    }
    return ConvolutionKind.convolved(
        "depthwise_conv2d", (DepthwiseConvolution2D) layer, site, CHANNELS_FIRST);
  }
}
