package io.github.steelyard.bench.network;

import io.github.steelyard.engine.data.Shape;
import java.util.List;

/**
 * A network that no library owns.
 *
 * @param inputShape of one example
 * @param operators each after those it needs; the last one's output is the network's
 * @param classes numbers that the network gives for each example
 */
record PortableNetwork(
    String input,
    Shape inputShape,
    List<Operator> operators,
    List<StoredWeight> weights,
    int classes) {
  PortableNetwork {
    operators = List.copyOf(operators);
    weights = List.copyOf(weights);
  }

  String output() {
    return operators.get(operators.size() - 1).output();
  }
}
