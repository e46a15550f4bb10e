package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/** One window over the whole image: a channel becomes a number. */
final class GlobalPoolingKind implements LayerKind {
  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != GlobalPoolingLayer.class || site.input().shape().rank() != 3) {
      return null;
    }
    GlobalPoolingLayer pooling = (GlobalPoolingLayer) layer;
    String operation = PoolingKind.OPERATIONS.get(pooling.getPoolingType());
    boolean images =
        pooling.getPoolingDimensions() == null
            || java.util.Arrays.equals(pooling.getPoolingDimensions(), new int[] {2, 3});
    if (operation == null || !images || !pooling.isCollapseDimensions()) {
      return null;
    }
    Shape image = site.input().shape();
    long height = image.extent(1);
    long width = image.extent(2);
    long[] window = {height, width, height, width, 0, 0, 1, 1, 0, 0, 0};
    return site.emit(operation, List.of(site.input()), Shape.of(image.extent(0), 1, 1), window)
        .reshaped(Shape.of(image.extent(0)));
  }
}
