package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums, means and maxima of branches of one shape: the end of a residual block. Taken two by two:
 * libnd4j's operations for many arrays at once, {@code mergeadd}, are hundreds of times slower.
 */
final class ArithmeticKind implements VertexKind {
  private static final Map<ElementWiseVertex.Op, String> OPERATIONS =
      Map.of(
          ElementWiseVertex.Op.Add, "add",
          ElementWiseVertex.Op.Average, "add",
          ElementWiseVertex.Op.Max, "maximum");

  @Override
  public @Nullable Value add(GraphVertex vertex, Site site) {
    if (vertex.getClass() != ElementWiseVertex.class) {
      return null;
    }
    ElementWiseVertex.Op kind = ((ElementWiseVertex) vertex).getOp();
    String operation = OPERATIONS.get(kind);
    List<Value> branches = site.inputs();
    boolean oneShape = branches.stream().map(Value::shape).distinct().limit(2).count() == 1;
    if (operation == null || !oneShape || branches.size() < 2) {
      return null;
    }
    Value result = site.emit(operation, branches.subList(0, 2), site.input().shape(), new long[0]);
    for (Value branch : branches.subList(2, branches.size())) {
      site.emitInPlace(operation, List.of(result, branch), result);
    }
    if (kind == ElementWiseVertex.Op.Average) {
      Operand count = Program.constant(Nd4j.scalar((float) branches.size()));
      site.emitInPlace("divide", List.of(result, count), result);
    }
    return result;
  }
}
