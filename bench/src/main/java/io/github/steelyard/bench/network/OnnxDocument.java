package io.github.steelyard.bench.network;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Writes ONNX, whose field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>. Large weights stay
 * in a file beside it.
 */
final class OnnxDocument {
  /** Of 2020, so that old runtimes read it, too; the operators in use have not changed since. */
  private static final long IR_VERSION = 7;

  private static final long OPERATOR_SET = 13;
  private static final int FLOAT = 1;
  private static final int EXTERNAL = 1;
  private static final int ATTRIBUTE_FLOAT = 1;
  private static final int ATTRIBUTE_INTEGERS = 7;

  private OnnxDocument() {}

  /** Small weights stand in the file itself, for those who read nothing beside it. */
  private static final long MOST_EMBEDDED_BYTES = 64L << 20;

  /** Writes fields of one message. */
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  static byte[] of(PortableNetwork network, Path weightsFile) throws IOException {
    ByteString operatorSet = message(out -> out.writeInt64(2, OPERATOR_SET));
    ByteString graph = graph(network, weightsFile);
    return message(
            out -> {
              out.writeInt64(1, IR_VERSION);
              out.writeString(2, "steelyard");
              out.writeBytes(7, graph);
              out.writeBytes(8, operatorSet);
            })
        .toByteArray();
  }

  private static ByteString graph(PortableNetwork network, Path weightsFile) throws IOException {
    long bytes = network.weights().stream().mapToLong(StoredWeight::bytes).sum();
    boolean embedded = bytes <= MOST_EMBEDDED_BYTES;
    return message(
        out -> {
          for (Operator operator : network.operators()) {
            out.writeBytes(1, node(operator));
          }
          out.writeString(2, "network");
          for (StoredWeight weight : network.weights()) {
            out.writeBytes(5, tensor(weight, weightsFile, embedded));
          }
          out.writeBytes(11, value(network.input(), network.inputShape()));
          out.writeBytes(12, value(network.output(), Shape.of(network.classes())));
        });
  }

  private static ByteString node(Operator operator) throws IOException {
    return message(
        out -> {
          for (String input : operator.inputs()) {
            out.writeString(1, input);
          }
          out.writeString(2, operator.output());
          out.writeString(3, operator.output());
          out.writeString(4, operator.kind());
          for (Map.Entry<String, List<Long>> attribute : operator.integers().entrySet()) {
            out.writeBytes(5, attribute(attribute.getKey(), attribute.getValue()));
          }
          for (Map.Entry<String, Float> attribute : operator.floats().entrySet()) {
            out.writeBytes(5, attribute(attribute.getKey(), attribute.getValue()));
          }
        });
  }

  private static ByteString attribute(String name, List<Long> values) throws IOException {
    return message(
        out -> {
          out.writeString(1, name);
          for (long value : values) {
            out.writeInt64(8, value);
          }
          out.writeEnum(20, ATTRIBUTE_INTEGERS);
        });
  }

  private static ByteString attribute(String name, float value) throws IOException {
    return message(
        out -> {
          out.writeString(1, name);
          out.writeFloat(2, value);
          out.writeEnum(20, ATTRIBUTE_FLOAT);
        });
  }

  private static ByteString tensor(StoredWeight weight, Path file, boolean embedded)
      throws IOException {
    return message(
        out -> {
          for (long extent : weight.shape().extents()) {
            out.writeInt64(1, extent);
          }
          out.writeInt32(2, FLOAT);
          out.writeString(8, weight.name());
          if (embedded) {
            out.writeByteArray(9, bytes(weight, file));
          } else {
            out.writeBytes(13, entry("location", file.getFileName().toString()));
            out.writeBytes(13, entry("offset", Long.toString(weight.offset())));
            out.writeBytes(13, entry("length", Long.toString(weight.bytes())));
            out.writeEnum(14, EXTERNAL);
          }
        });
  }

  /** ONNX wants the lowest byte first, as the machines that this runs on have it. */
  private static byte[] bytes(StoredWeight weight, Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(weight.bytes()));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      InputFile.read(channel, weight.offset(), bytes);
    }
    return bytes.array();
  }

  private static ByteString entry(String key, String value) throws IOException {
    return message(
        out -> {
          out.writeString(1, key);
          out.writeString(2, value);
        });
  }

  /** The batch is open. */
  private static ByteString value(String name, Shape example) throws IOException {
    ByteString batch = message(out -> out.writeString(2, "batch"));
    ByteString shape =
        message(
            out -> {
              out.writeBytes(1, batch);
              for (long extent : example.extents()) {
                out.writeBytes(1, message(dimension -> dimension.writeInt64(1, extent)));
              }
            });
    ByteString tensor =
        message(
            out -> {
              out.writeInt32(1, FLOAT);
              out.writeBytes(2, shape);
            });
    ByteString type = message(out -> out.writeBytes(1, tensor));
    return message(
        out -> {
          out.writeString(1, name);
          out.writeBytes(2, type);
        });
  }

  private static ByteString message(Fields fields) throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.write(out);
    out.flush();
    return bytes.toByteString();
  }
}
