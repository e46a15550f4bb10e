package io.github.steelyard.engine.dl4j.forward;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.jspecify.annotations.Nullable;

/** Krizhevsky et al. 2012, section 3.3: a channel is divided by a power of its neighbours'. */
final class ResponseNormalizationKind implements LayerKind {
  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != LocalResponseNormalization.class
        || ((LocalResponseNormalization) layer).getDataFormat() != CNN2DFormat.NCHW
        || site.input().shape().rank() != 3) {
      return null;
    }
    LocalResponseNormalization normalization = (LocalResponseNormalization) layer;
    // The operation counts neighbours on each side, the layer those of both sides and itself.
    long eachSide = (long) normalization.getN() / 2;
    return site.emit(
        "lrn",
        List.of(site.input()),
        site.output(),
        new long[] {eachSide},
        normalization.getK(),
        normalization.getAlpha(),
        normalization.getBeta());
  }
}
