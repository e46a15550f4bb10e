package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.jspecify.annotations.Nullable;

/** One kind of vertex that is no layer, as operations. */
interface VertexKind {
  /** The vertex's result; null where it is of another kind, or has what this cannot do. */
  @Nullable Value add(GraphVertex vertex, Site site);
}
