package io.github.steelyard.engine.dl4j.file;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/**
 * Copies of a graph's configuration, with what Deeplearning4j's own copies forget. They are for
 * running only: a vertex frozen against training is the vertex itself.
 */
public final class GraphCopy {
  private GraphCopy() {}

  /** {@link MergeVertex#clone} goes back to channels first, whatever axis it merged along. */
  public static ComputationGraphConfiguration of(ComputationGraphConfiguration configuration) {
    ComputationGraphConfiguration copy = configuration.clone();
    configuration
        .getVertices()
        .forEach(
            (name, vertex) -> {
              if (vertex instanceof MergeVertex merge
                  && copy.getVertices().get(name) instanceof MergeVertex copied) {
                copied.setMergeAxis(merge.getMergeAxis());
              }
            });
    copy.getVertices()
        .replaceAll(
            (name, vertex) ->
                vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex);
    return copy;
  }
}
