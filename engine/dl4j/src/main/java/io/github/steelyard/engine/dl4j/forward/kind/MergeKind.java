package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Value;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.jspecify.annotations.Nullable;

/** Branches one behind the other, by channel or feature. */
final class MergeKind implements VertexKind {
  private static final int CHANNELS = 1;

  @Override
  public @Nullable Value add(GraphVertex vertex, Site site) {
    int rank = site.input().shape().rank();
    if (vertex.getClass() != MergeVertex.class
        || ((MergeVertex) vertex).getMergeAxis() != CHANNELS
        || site.inputs().size() < 2
        || (rank != 1 && rank != 3)) {
      return null;
    }
    return site.emit("concat", site.inputs(), site.output(), new long[] {CHANNELS});
  }
}
