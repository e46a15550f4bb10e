package io.github.steelyard.bench.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Describes a network to {@code scripts/bench/pytorch.py}, in JSON. */
final class TorchDocument {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TorchDocument() {}

  static byte[] of(PortableNetwork network, String weightsFile) throws JsonProcessingException {
    return JSON.writeValueAsBytes(
        Map.of(
            "input", network.input(),
            "shape", network.inputShape().extents(),
            "classes", network.classes(),
            "weights_file", weightsFile,
            "weights", network.weights().stream().map(TorchDocument::weight).toList(),
            "operators", network.operators().stream().map(TorchDocument::operator).toList()));
  }

  private static Map<String, Object> weight(StoredWeight weight) {
    List<Long> shape = weight.shape().extents();
    return Map.of("name", weight.name(), "shape", shape, "offset", weight.offset());
  }

  private static Map<String, Object> operator(Operator operator) {
    return Map.of(
        "kind", operator.kind(),
        "inputs", operator.inputs(),
        "output", operator.output(),
        "integers", operator.integers(),
        "floats", operator.floats());
  }
}
