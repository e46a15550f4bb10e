package io.github.steelyard.engine.dl4j.samediff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.autodiff.samediff.internal.Variable;

/**
 * What a graph answers with, and what it needs for that. Outputs are the results that nothing else
 * uses, without the losses; a graph that ends in losses alone answers with what they judge.
 *
 * @param outputs names of variables
 * @param operations names of those that the outputs need
 * @param needed names of all variables that the outputs need
 */
record GraphEnds(List<String> outputs, Set<String> operations, Set<String> needed) {
  static GraphEnds of(SameDiff graph) throws SameDiffException {
    List<String> losses = graph.getLossVariables();
    List<String> outputs = new ArrayList<>();
    for (Variable variable : graph.getVariables().values()) {
      boolean used = variable.getInputsForOp() != null && !variable.getInputsForOp().isEmpty();
      if (variable.getOutputOfOp() != null && !used && !losses.contains(variable.getName())) {
        outputs.add(variable.getName());
      }
    }
    if (outputs.isEmpty()) {
      for (String loss : losses) {
        judged(graph, loss).stream().filter(name -> !outputs.contains(name)).forEach(outputs::add);
      }
    }
    if (outputs.isEmpty()) {
      throw new SameDiffException("its graph has no output");
    }
    return withNeeds(graph, outputs);
  }

  private static List<String> judged(SameDiff graph, String loss) {
    SameDiffOp operation = maker(graph, loss);
    return operation == null
        ? List.of()
        : operation.getInputsToOp().stream()
            .filter(name -> graph.getVariable(name).getVariableType() == VariableType.ARRAY)
            .toList();
  }

  /** The operation whose result a variable is. */
  private static @Nullable SameDiffOp maker(SameDiff graph, String name) {
    Variable variable = graph.getVariables().get(name);
    String operation = variable == null ? null : variable.getOutputOfOp();
    return operation == null ? null : graph.getOps().get(operation);
  }

  private static GraphEnds withNeeds(SameDiff graph, List<String> outputs) {
    Set<String> needed = new LinkedHashSet<>(outputs);
    Set<String> operations = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(outputs);
    while (!waiting.isEmpty()) {
      SameDiffOp operation = maker(graph, waiting.remove());
      if (operation != null
          && operations.add(operation.getName())
          && operation.getInputsToOp() != null) {
        operation.getInputsToOp().stream().filter(needed::add).forEach(waiting::add);
      }
    }
    return new GraphEnds(List.copyOf(outputs), operations, needed);
  }
}
