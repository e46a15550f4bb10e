package io.github.steelyard.engine.dl4j.forward;

import java.util.Map;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.jspecify.annotations.Nullable;

/** Sums, means and maxima of branches of one shape: the end of a residual block. */
final class ArithmeticKind implements VertexKind {
  private static final Map<ElementWiseVertex.Op, String> OPERATIONS =
      Map.of(
          ElementWiseVertex.Op.Add, "mergeadd",
          ElementWiseVertex.Op.Average, "mergeavg",
          ElementWiseVertex.Op.Max, "mergemax");

  @Override
  public @Nullable Value add(GraphVertex vertex, Site site) {
    if (vertex.getClass() != ElementWiseVertex.class) {
      return null;
    }
    String operation = OPERATIONS.get(((ElementWiseVertex) vertex).getOp());
    boolean oneShape = site.inputs().stream().map(Value::shape).distinct().limit(2).count() == 1;
    return operation == null || !oneShape || site.inputs().size() < 2
        ? null
        : site.emit(operation, site.inputs(), site.input().shape(), new long[0]);
  }
}
