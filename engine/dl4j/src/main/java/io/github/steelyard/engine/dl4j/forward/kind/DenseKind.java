package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Rows times a matrix, plus a row: dense layers, and the output layers that end in one. The weights
 * stay in the column order in which Deeplearning4j keeps them; oneDNN reads them as they are.
 */
final class DenseKind implements LayerKind {
  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (!known(layer) || site.input().shape().rank() != 1) {
      return null;
    }
    FeedForwardLayer dense = (FeedForwardLayer) layer;
    Value result =
        site.emit(
            "matmul",
            List.of(
                site.input(), Program.constant(site.parameter(DefaultParamInitializer.WEIGHT_KEY))),
            Shape.of(dense.getNOut()),
            new long[] {0, 0, 0});
    if (site.parameters().containsKey(DefaultParamInitializer.BIAS_KEY)) {
      site.emitInPlace(
          "biasadd",
          List.of(result, Program.vector(site.parameter(DefaultParamInitializer.BIAS_KEY))),
          result);
    }
    return site.activated(((BaseLayer) layer).getActivationFn(), result);
  }

  private static boolean known(Layer layer) {
    return (layer.getClass() == DenseLayer.class && !((DenseLayer) layer).isHasLayerNorm())
        || layer.getClass() == OutputLayer.class;
  }
}
