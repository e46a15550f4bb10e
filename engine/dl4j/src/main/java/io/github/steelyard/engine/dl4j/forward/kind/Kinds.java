package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/** All that the lean forward pass knows. A new kind is a class and a place in this list. */
public final class Kinds {
  private static final List<LayerKind> LAYERS =
      List.of(
          new DenseKind(),
          new ConvolutionKind(),
          new DepthwiseConvolutionKind(),
          new PoolingKind(),
          new GlobalPoolingKind(),
          new BatchNormalizationKind(),
          new ElementwiseKind(),
          new ZeroPaddingKind());

  private static final List<VertexKind> VERTICES =
      List.of(new ArithmeticKind(), new MergeKind(), new PreprocessorKind());

  private Kinds() {}

  public static @Nullable Value add(Layer layer, Site site) {
    return LAYERS.stream()
        .map(kind -> kind.add(layer, site))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  public static @Nullable Value add(GraphVertex vertex, Site site) {
    return VERTICES.stream()
        .map(kind -> kind.add(vertex, site))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
