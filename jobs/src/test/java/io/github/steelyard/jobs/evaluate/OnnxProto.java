package io.github.steelyard.jobs.evaluate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Parts of an ONNX file, written field by field after {@code onnx.proto}. */
final class OnnxProto {
  static final int FLOAT = 1;

  private OnnxProto() {}

  /** Of a graph, in IR version 8 and operator set 17. */
  static byte[] model(byte[] graph) {
    return join(number(1, 8), field(8, number(2, 17)), field(7, graph));
  }

  static byte[] node(String kind, String inputs, String output) {
    byte[] node = new byte[0];
    for (String input : inputs.split(" ")) {
      node = join(node, field(1, text(input)));
    }
    return join(node, field(2, text(output)), field(4, text(kind)));
  }

  static byte[] value(String name, int extent) {
    byte[] shape = join(field(1, field(2, text("N"))), field(1, number(1, extent)));
    byte[] type = field(1, join(number(1, FLOAT), field(2, shape)));
    return join(field(1, text(name)), field(2, type));
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] field(int number, byte[] message) {
    return join(varint(number << 3 | 2), varint(message.length), message);
  }

  static byte[] number(int number, long value) {
    return join(varint(number << 3), varint(value));
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long rest = value;
    for (; rest > 127; rest >>>= 7) {
      bytes.write((int) (rest & 127 | 128));
    }
    bytes.write((int) rest);
    return bytes.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
