package io.github.steelyard.engine.onnxruntime.graph;

import java.util.List;

/**
 * One operator of an ONNX graph.
 *
 * @param kind the operator's name: {@code Conv}
 * @param inputs names of what it reads; an input that is left out is an empty name
 * @param outputs names of what it yields
 * @param constants tensors of the operator itself, or of the graphs inside it
 */
public record GraphNode(
    String name,
    String kind,
    List<String> inputs,
    List<String> outputs,
    List<StoredTensor> constants) {
  public GraphNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    constants = List.copyOf(constants);
  }

  /** The name of an input, empty where it is left out. */
  public String input(int index) {
    return index < inputs.size() ? inputs.get(index) : "";
  }

  public boolean constant() {
    return kind.equals("Constant");
  }
}
