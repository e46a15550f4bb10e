package io.github.steelyard.engine.onnxruntime.graph;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an ONNX file says of its model, without the large tensors' numbers.
 *
 * @param nodes in the order in which they run
 * @param stored tensors that the graph stores, by name, constants among them
 * @param large names of stored tensors that are too large for {@code graphParts}
 * @param externalFiles places of tensors outside the file, as the file tells them
 * @param modelParts the model's own fields, as bytes of the file, all but the graph
 * @param graphParts the graph's nodes and small tensors, as bytes of the file
 */
public record ModelGraph(
    List<GraphNode> nodes,
    Map<String, StoredTensor> stored,
    Set<String> large,
    Set<String> externalFiles,
    ByteString modelParts,
    ByteString graphParts) {}
