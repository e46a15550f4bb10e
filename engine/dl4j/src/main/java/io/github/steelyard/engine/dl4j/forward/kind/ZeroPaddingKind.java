package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/** Zeros around an image, channels first. */
final class ZeroPaddingKind implements LayerKind {
  private static final long[] CONSTANT_MODE = {0};

  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != ZeroPaddingLayer.class
        || ((ZeroPaddingLayer) layer).getDataFormat() != CNN2DFormat.NCHW
        || site.input().shape().rank() != 3) {
      return null;
    }
    int[] sides = ((ZeroPaddingLayer) layer).getPadding();
    int[][] paddings = {{0, 0}, {0, 0}, {sides[0], sides[1]}, {sides[2], sides[3]}};
    return site.emit(
        "pad",
        List.of(site.input(), Program.constant(Nd4j.createFromArray(paddings))),
        site.output(),
        CONSTANT_MODE,
        0);
  }
}
