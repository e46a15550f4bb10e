package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.onnxruntime.graph.ModelGraph;
import io.github.steelyard.engine.onnxruntime.graph.OnnxFields;
import io.github.steelyard.engine.onnxruntime.graph.StoredTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Asks ONNX Runtime for the shape of everything that a graph computes. It gets the graph without
 * its large tensors, which become inputs, with the batch and all else that was open filled in, and
 * every value as an output: it infers shapes as it loads, so nothing runs and no weight is read.
 */
final class ShapeInference {
  private ShapeInference() {}

  /** Extents by value, the batch included, -1 where not told; values never told are missing. */
  static Map<String, long[]> shapes(ModelGraph graph, ModelPorts ports) {
    Map<String, long[]> shapes = new HashMap<>();
    graph
        .stored()
        .forEach(
            (name, tensor) ->
                shapes.put(
                    name, tensor.dimensions().stream().mapToLong(Long::longValue).toArray()));
    ports
        .inputs()
        .forEach(
            input -> shapes.put(input.name(), input.shape().batched(ports.trialBatch()).toArray()));
    try (SessionOptions options = OnnxBackend.options(OptLevel.BASIC_OPT);
        OrtSession session =
            OnnxBackend.start().createSession(skeleton(graph, ports).toByteArray(), options)) {
      for (NodeInfo node : session.getOutputInfo().values()) {
        if (node.getInfo() instanceof TensorInfo info) {
          shapes.put(node.getName(), info.getShape());
        }
      }
    } catch (OrtException e) {
      // The model itself was opened. What it costs is then told for stored shapes alone, and
      // GraphProfile says of each layer where that does not suffice.
      return shapes;
    }
    return shapes;
  }

  private static ByteString skeleton(ModelGraph graph, ModelPorts ports) {
    ByteString inputs =
        message(
            out -> {
              for (TensorSpec input : ports.inputs()) {
                long[] extents = input.shape().batched(ports.trialBatch()).toArray();
                int type = OnnxNumber.of(input.type()).code();
                out.writeBytes(OnnxFields.GRAPH_INPUT, value(input.name(), type, extents));
              }
              for (String name : graph.large()) {
                StoredTensor tensor = graph.stored().get(name);
                if (tensor != null) {
                  long[] extents =
                      tensor.dimensions().stream().mapToLong(Long::longValue).toArray();
                  out.writeBytes(OnnxFields.GRAPH_INPUT, value(name, tensor.type(), extents));
                }
              }
              Set<String> computed = new LinkedHashSet<>();
              graph.nodes().forEach(node -> computed.addAll(node.outputs()));
              computed.remove("");
              for (String name : computed) {
                out.writeBytes(
                    OnnxFields.GRAPH_OUTPUT,
                    message(value -> value.writeString(OnnxFields.VALUE_NAME, name)));
              }
            });
    return graph
        .modelParts()
        .concat(
            message(
                out -> out.writeBytes(OnnxFields.MODEL_GRAPH, graph.graphParts().concat(inputs))));
  }

  private static ByteString value(String name, int type, long[] extents) {
    ByteString shape =
        message(
            out -> {
              for (long extent : extents) {
                out.writeBytes(
                    OnnxFields.SHAPE_DIMENSION,
                    message(one -> one.writeInt64(OnnxFields.DIMENSION_VALUE, extent)));
              }
            });
    ByteString tensor =
        message(
            out -> {
              out.writeInt32(OnnxFields.TENSOR_TYPE_ELEMENT, type);
              out.writeBytes(OnnxFields.TENSOR_TYPE_SHAPE, shape);
            });
    return message(
        out -> {
          out.writeString(OnnxFields.VALUE_NAME, name);
          out.writeBytes(
              OnnxFields.VALUE_TYPE,
              message(kind -> kind.writeBytes(OnnxFields.TYPE_TENSOR, tensor)));
        });
  }

  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  private static ByteString message(Fields fields) {
    try (ByteString.Output bytes = ByteString.newOutput()) {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.write(out);
      out.flush();
      return bytes.toByteString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
