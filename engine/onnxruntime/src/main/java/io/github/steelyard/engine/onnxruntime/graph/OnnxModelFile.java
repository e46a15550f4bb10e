package io.github.steelyard.engine.onnxruntime.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells an ONNX file by its first bytes. */
public final class OnnxModelFile {
  /** Versions and producers stand before the graph. */
  private static final int HEAD = 1 << 16;

  private static final int LATEST_IR_VERSION = 255;

  private OnnxModelFile() {}

  /**
   * Whether the file begins as an ONNX model does: with the fields of a {@code ModelProto}, a
   * version among them, up to a graph that begins with a field of a {@code GraphProto}.
   */
  public static boolean looksLikeOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return looksLikeOne(CodedInputStream.newInstance(in.readNBytes(HEAD)));
    } catch (IOException e) {
      // Not readable, or no protocol buffer.
      return false;
    }
  }

  private static boolean looksLikeOne(CodedInputStream in) throws IOException {
    boolean versioned = false;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      int expected =
          switch (field) {
            case 1, 5 -> WireFormat.WIRETYPE_VARINT;
            case 2, 3, 4, 6, 7, 8, 14, 20, 25, 26 -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
            default -> -1;
          };
      if (WireFormat.getTagWireType(tag) != expected) {
        return false;
      }
      if (field == OnnxFields.MODEL_GRAPH) {
        return versioned && in.readRawVarint32() > 0 && startsAsGraph(in.readTag());
      }
      if (field == OnnxFields.MODEL_IR_VERSION) {
        long version = in.readInt64();
        if (!(version >= 1 && version <= LATEST_IR_VERSION)) {
          return false;
        }
        versioned = true;
      } else {
        in.skipField(tag);
      }
    }
    return false;
  }

  private static boolean startsAsGraph(int tag) {
    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED
        && switch (WireFormat.getTagFieldNumber(tag)) {
          case 1, 2, 5, 10, 11, 12, 13, 14, 15, 16 -> true;
          default -> false;
        };
  }
}
