package io.github.steelyard.engine.onnxruntime.graph;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an ONNX file's graph: the few fields of {@code onnx.proto} that costs, shapes and safety
 * need. Large tensors' numbers are skipped, not read.
 */
public final class ModelReader {
  /** What protocol buffers, and so ONNX files, can hold. */
  private static final long LARGEST_FILE = Integer.MAX_VALUE;

  /** A stored tensor up to this size may be a shape or a scale, which decides other shapes. */
  private static final int SMALL_TENSOR = 1 << 12;

  /** Graphs inside of nodes inside of graphs. */
  private static final int DEEPEST = 16;

  private final List<GraphNode> nodes = new ArrayList<>();
  private final Map<String, StoredTensor> stored = new LinkedHashMap<>();
  private final Set<String> large = new LinkedHashSet<>();
  private final Set<String> externalFiles = new LinkedHashSet<>();
  private final ByteString.Output modelParts = ByteString.newOutput();
  private final ByteString.Output graphParts = ByteString.newOutput();
  private boolean graphSeen;

  private ModelReader() {}

  public static ModelGraph read(Path file) throws IOException, UnusableModelException {
    if (!(Files.size(file) <= LARGEST_FILE)) {
      throw new UnusableModelException(
          "it has " + Files.size(file) + " bytes: expected at most " + LARGEST_FILE);
    }
    ModelReader reader = new ModelReader();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      reader.model(CodedInputStream.newInstance(in));
    } catch (InvalidProtocolBufferException | ArithmeticException e) {
      throw new UnusableModelException(
          "it is damaged or no ONNX file: expected a whole ONNX model", e);
    }
    if (!reader.graphSeen) {
      throw new UnusableModelException("it holds no graph: expected a whole ONNX model");
    }
    return new ModelGraph(
        reader.nodes,
        reader.stored,
        reader.large,
        reader.externalFiles,
        reader.modelParts.toByteString(),
        reader.graphParts.toByteString());
  }

  private void model(CodedInputStream in) throws IOException, UnusableModelException {
    CodedOutputStream kept = CodedOutputStream.newInstance(modelParts);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      if (field == OnnxFields.MODEL_GRAPH) {
        int outside = in.pushLimit(length(tag, in));
        graph(in);
        in.popLimit(outside);
        graphSeen = true;
      } else if (field == OnnxFields.MODEL_FUNCTION) {
        ByteString function = bytes(tag, in);
        function(function.newCodedInput());
        kept.writeBytes(field, function);
      } else if (field == OnnxFields.MODEL_TRAINING || field == OnnxFields.MODEL_METADATA) {
        in.skipField(tag);
      } else if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
        kept.writeInt64(field, in.readInt64());
      } else {
        kept.writeBytes(field, bytes(tag, in));
      }
    }
    kept.flush();
  }

  private void graph(CodedInputStream in) throws IOException, UnusableModelException {
    CodedOutputStream kept = CodedOutputStream.newInstance(graphParts);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.GRAPH_NODE -> {
          ByteString bytes = bytes(tag, in);
          GraphNode node = node(bytes.newCodedInput(), 0);
          nodes.add(node);
          if (node.constant() && node.constants().size() == 1 && node.outputs().size() == 1) {
            StoredTensor value = node.constants().get(0);
            String name = node.outputs().get(0);
            stored.put(name, new StoredTensor(name, value.type(), value.dimensions()));
          }
          kept.writeBytes(OnnxFields.GRAPH_NODE, bytes);
        }
        case OnnxFields.GRAPH_TENSOR -> {
          int length = length(tag, in);
          if (length <= SMALL_TENSOR) {
            ByteString bytes = ByteString.copyFrom(in.readRawBytes(length));
            int before = externalFiles.size();
            StoredTensor tensor = tensor(bytes.newCodedInput());
            stored.put(tensor.name(), tensor);
            if (externalFiles.size() > before || tensor.bytes() > SMALL_TENSOR) {
              large.add(tensor.name());
            } else {
              kept.writeBytes(OnnxFields.GRAPH_TENSOR, bytes);
            }
          } else {
            int outside = in.pushLimit(length);
            StoredTensor tensor = tensor(in);
            in.popLimit(outside);
            stored.put(tensor.name(), tensor);
            large.add(tensor.name());
          }
        }
        case OnnxFields.GRAPH_SPARSE_TENSOR -> {
          ByteString bytes = bytes(tag, in);
          sparseTensor(bytes.newCodedInput());
          kept.writeBytes(OnnxFields.GRAPH_SPARSE_TENSOR, bytes);
        }
        case OnnxFields.GRAPH_NAME -> kept.writeBytes(OnnxFields.GRAPH_NAME, bytes(tag, in));
        default -> in.skipField(tag);
      }
    }
    kept.flush();
  }

  private void function(CodedInputStream in) throws IOException, UnusableModelException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == OnnxFields.FUNCTION_NODE) {
        node(bytes(tag, in).newCodedInput(), 1);
      } else {
        in.skipField(tag);
      }
    }
  }

  private GraphNode node(CodedInputStream in, int depth)
      throws IOException, UnusableModelException {
    if (!(depth < DEEPEST)) {
      throw new UnusableModelException(
          "its graphs are nested too deeply: expected at most " + DEEPEST + " levels");
    }
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<StoredTensor> constants = new ArrayList<>();
    String name = "";
    String kind = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.NODE_INPUT -> inputs.add(text(tag, in));
        case OnnxFields.NODE_OUTPUT -> outputs.add(text(tag, in));
        case OnnxFields.NODE_NAME -> name = text(tag, in);
        case OnnxFields.NODE_KIND -> kind = text(tag, in);
        case OnnxFields.NODE_ATTRIBUTE ->
            attribute(bytes(tag, in).newCodedInput(), depth, constants);
        default -> in.skipField(tag);
      }
    }
    return new GraphNode(name, kind, inputs, outputs, constants);
  }

  private void attribute(CodedInputStream in, int depth, List<StoredTensor> constants)
      throws IOException, UnusableModelException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.ATTRIBUTE_TENSOR, OnnxFields.ATTRIBUTE_TENSORS ->
            constants.add(tensor(bytes(tag, in).newCodedInput()));
        case OnnxFields.ATTRIBUTE_GRAPH, OnnxFields.ATTRIBUTE_GRAPHS ->
            innerGraph(bytes(tag, in).newCodedInput(), depth, constants);
        case OnnxFields.ATTRIBUTE_SPARSE_TENSOR, OnnxFields.ATTRIBUTE_SPARSE_TENSORS ->
            sparseTensor(bytes(tag, in).newCodedInput());
        default -> in.skipField(tag);
      }
    }
  }

  private void innerGraph(CodedInputStream in, int depth, List<StoredTensor> constants)
      throws IOException, UnusableModelException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.GRAPH_NODE ->
            constants.addAll(node(bytes(tag, in).newCodedInput(), depth + 1).constants());
        case OnnxFields.GRAPH_TENSOR -> constants.add(tensor(bytes(tag, in).newCodedInput()));
        case OnnxFields.GRAPH_SPARSE_TENSOR -> sparseTensor(bytes(tag, in).newCodedInput());
        default -> in.skipField(tag);
      }
    }
  }

  private void sparseTensor(CodedInputStream in) throws IOException, UnusableModelException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.SPARSE_VALUES, OnnxFields.SPARSE_INDICES ->
            tensor(bytes(tag, in).newCodedInput());
        default -> in.skipField(tag);
      }
    }
  }

  private StoredTensor tensor(CodedInputStream in) throws IOException, UnusableModelException {
    List<Long> dimensions = new ArrayList<>();
    String name = "";
    int type = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.TENSOR_DIMENSION -> {
          if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
            dimensions.add(in.readInt64());
          } else {
            CodedInputStream packed = bytes(tag, in).newCodedInput();
            while (!packed.isAtEnd()) {
              dimensions.add(packed.readInt64());
            }
          }
        }
        case OnnxFields.TENSOR_TYPE -> type = in.readInt32();
        case OnnxFields.TENSOR_NAME -> name = text(tag, in);
        case OnnxFields.TENSOR_EXTERNAL_DATA -> externalData(bytes(tag, in).newCodedInput());
        default -> in.skipField(tag);
      }
    }
    StoredTensor tensor = new StoredTensor(name, type, dimensions);
    if (dimensions.stream().anyMatch(dimension -> dimension < 0) || tensor.bytes() < 0) {
      throw new UnusableModelException(
          "its tensor '" + name + "' has the shape " + dimensions + ": expected none below 0");
    }
    return tensor;
  }

  private void externalData(CodedInputStream in) throws IOException {
    String key = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case OnnxFields.ENTRY_KEY -> key = text(tag, in);
        case OnnxFields.ENTRY_VALUE -> value = text(tag, in);
        default -> in.skipField(tag);
      }
    }
    if (key.equals("location")) {
      externalFiles.add(value);
    }
  }

  private static int length(int tag, CodedInputStream in) throws IOException {
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      throw new InvalidProtocolBufferException("a message of the wrong kind");
    }
    int length = in.readRawVarint32();
    if (!(length >= 0)) {
      throw new InvalidProtocolBufferException("a message of negative length");
    }
    return length;
  }

  private static ByteString bytes(int tag, CodedInputStream in) throws IOException {
    return ByteString.copyFrom(in.readRawBytes(length(tag, in)));
  }

  private static String text(int tag, CodedInputStream in) throws IOException {
    return bytes(tag, in).toStringUtf8();
  }
}
