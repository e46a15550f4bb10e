package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.jspecify.annotations.Nullable;

/** One kind of layer, as operations. */
interface LayerKind {
  /** The layer's result; null where the layer is of another kind, or has what this cannot do. */
  @Nullable Value add(Layer layer, Site site);
}
