package io.github.steelyard.engine.onnxruntime.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The kinds of numbers in which a file holds its weights. An ONNX graph says itself what it
 * computes in; whoever asks for a precision gets what the file says, quantized or not.
 */
public final class HeldNumbers {
  private static final String REFERENCE = "float32";

  private HeldNumbers() {}

  /** What is remarkable: nothing where all weights are float32, or there are none. */
  public static List<String> notes(ModelGraph graph) {
    Map<String, Long> bytes = new TreeMap<>();
    for (StoredTensor tensor : weights(graph)) {
      bytes.merge(tensor.numbers(), tensor.bytes(), Math::addExact);
    }
    if (Set.of(REFERENCE).containsAll(bytes.keySet())) {
      return List.of();
    }
    List<String> kinds = new ArrayList<>();
    bytes.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(kind -> kinds.add(kind.getKey() + " (" + kind.getValue() + " bytes)"));
    return List.of(
        "holds its weights as "
            + String.join(", ", kinds)
            + " and computes as its file says, whatever the precision that is asked for");
  }

  /** Each once, by name; what operators hold themselves has none. */
  private static Collection<StoredTensor> weights(ModelGraph graph) {
    List<StoredTensor> weights = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (GraphNode node : graph.nodes()) {
      for (String input : node.inputs()) {
        StoredTensor tensor = graph.stored().get(input);
        if (tensor != null && tensor.weight() && named.add(input)) {
          weights.add(tensor);
        }
      }
      if (!node.constant()) {
        node.constants().stream().filter(StoredTensor::weight).forEach(weights::add);
      }
    }
    return weights;
  }
}
