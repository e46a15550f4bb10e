package io.github.steelyard.bench.network;

import java.util.List;
import java.util.Map;

/**
 * A node of a network, in ONNX's words (operator set 17).
 *
 * @param kind {@code Conv}, {@code Gemm}
 * @param inputs what it works on: the network's input, other nodes' outputs, then its weights
 * @param output the name of its result, and its own
 * @param integers attributes, each a list: {@code strides}
 * @param floats attributes: {@code epsilon}
 */
record Operator(
    String kind,
    List<String> inputs,
    String output,
    Map<String, List<Long>> integers,
    Map<String, Float> floats) {
  Operator {
    inputs = List.copyOf(inputs);
    integers = Map.copyOf(integers);
    floats = Map.copyOf(floats);
  }

  static Operator of(String kind, List<String> inputs, String output) {
    return new Operator(kind, inputs, output, Map.of(), Map.of());
  }
}
