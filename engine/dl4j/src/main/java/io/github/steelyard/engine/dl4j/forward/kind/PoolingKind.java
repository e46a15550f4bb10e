package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.jspecify.annotations.Nullable;

/** The largest, or the mean, of each window of an image, channels first. */
final class PoolingKind implements LayerKind {
  static final Map<PoolingType, String> OPERATIONS =
      Map.of(PoolingType.MAX, "maxpool2d", PoolingType.AVG, "avgpool2d");

  /** As Deeplearning4j divides: windows that hang over the edge count what they cover. */
  static final long[] CHANNELS_FIRST = {0, 0};

  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != SubsamplingLayer.class || site.input().shape().rank() != 3) {
      return null;
    }
    SubsamplingLayer pooling = (SubsamplingLayer) layer;
    String operation = OPERATIONS.get(PoolingType.valueOf(pooling.getPoolingType().name()));
    if (operation == null || pooling.getCnn2dDataFormat() != CNN2DFormat.NCHW) {
      return null;
    }
    return site.emit(
        operation,
        List.of(site.input()),
        site.output(),
        Windows.arguments(
            pooling.getKernelSize(),
            pooling.getStride(),
            pooling.getPadding(),
            pooling.getDilation(),
            pooling.getConvolutionMode(),
            site.input().shape(),
            site.output(),
            CHANNELS_FIRST));
  }
}
