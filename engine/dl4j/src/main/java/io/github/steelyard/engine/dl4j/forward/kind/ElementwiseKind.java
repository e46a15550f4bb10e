package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** Layers without weights that keep the shape; a dropout does nothing but while training. */
final class ElementwiseKind implements LayerKind {
  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() == DropoutLayer.class) {
      return site.input();
    }
    IActivation function = function(layer);
    if (function == null) {
      return null;
    }
    if (function instanceof ActivationIdentity) {
      return site.input();
    }
    // Others may read the input, too: it stays as it is.
    if (function.equals(new ActivationReLU())) {
      return site.emit("relu", List.of(site.input()), site.input().shape(), new long[0], 0);
    }
    Value copy = site.emit("identity", List.of(site.input()), site.input().shape(), new long[0]);
    return site.activated(function, copy);
  }

  private static @Nullable IActivation function(Layer layer) {
    if (layer.getClass() == ActivationLayer.class) {
      return ((ActivationLayer) layer).getActivationFn();
    }
    return layer.getClass() == LossLayer.class ? ((LossLayer) layer).getActivationFn() : null;
  }
}
