package io.github.steelyard.engine.dl4j.samediff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a graph for one thread. */
public final class SameDiffSession implements SameDiffCheck.Run {
  private final SameDiff graph;
  private final List<SameDiffGraph.Placeholder> inputs;
  private final List<String> outputs;

  SameDiffSession(SameDiff graph, List<SameDiffGraph.Placeholder> inputs, List<String> outputs) {
    this.graph = graph;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Outputs that belong to the caller, in the graph's order, for inputs in the graph's order. */
  @Override
  public INDArray[] run(INDArray[] arrays) {
    Map<String, INDArray> results = run(arrays, outputs);
    INDArray[] ordered = new INDArray[outputs.size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = own(outputs.get(i), results.get(outputs.get(i)));
    }
    return ordered;
  }

  private INDArray own(String name, @Nullable INDArray result) {
    if (result == null) {
      throw new IllegalStateException("the graph gave no '" + name + "'");
    }
    boolean shared = graph.getVariable(name).getVariableType() != VariableType.ARRAY;
    return shared || result.isView() ? result.dup() : result;
  }

  Map<String, INDArray> run(INDArray[] arrays, List<String> wanted) {
    Map<String, INDArray> placeholders = new LinkedHashMap<>();
    for (int i = 0; i < arrays.length; i++) {
      // No copy where the type is the graph's already.
      placeholders.put(inputs.get(i).name(), arrays[i].castTo(inputs.get(i).type()));
    }
    try {
      return graph.output(placeholders, wanted.toArray(new String[0]));
    } finally {
      for (int i = 0; i < arrays.length; i++) {
        INDArray given = placeholders.get(inputs.get(i).name());
        if (given != null && given != arrays[i]) {
          given.close();
        }
      }
    }
  }
}
