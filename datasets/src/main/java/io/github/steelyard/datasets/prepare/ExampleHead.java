package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.data.TensorType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a checked example but its input. Between checking and writing, an example travels as two
 * arrays of bytes, head and input: rows of Spark SQL would be unpacked and packed again on every
 * way, and the input with them.
 */
final class ExampleHead {
  private static final int USUAL_BYTES = 256;
  private static final int NONE = -1;

  private final String key;
  private final String place;
  private final byte[] label;
  private final double weight;
  private final @Nullable String cluster;
  private final Map<String, @Nullable String> slices;
  private final TensorType type;
  private final List<Integer> shape;

  /**
   * @param key the example's id, or its order where it has none: what the canonical order goes by
   * @param place for messages
   * @param label as its task's {@link io.github.steelyard.engine.label.Labelling} writes it
   */
  ExampleHead(
      String key,
      String place,
      byte[] label,
      double weight,
      @Nullable String cluster,
      Map<String, @Nullable String> slices,
      TensorType type,
      List<Integer> shape) {
    this.key = key;
    this.place = place;
    this.label = label;
    this.weight = weight;
    this.cluster = cluster;
    this.slices = slices;
    this.type = type;
    this.shape = shape;
  }

  String key() {
    return key;
  }

  String place() {
    return place;
  }

  byte[] label() {
    return label;
  }

  double weight() {
    return weight;
  }

  @Nullable String cluster() {
    return cluster;
  }

  Map<String, @Nullable String> slices() {
    return slices;
  }

  TensorType type() {
    return type;
  }

  List<Integer> shape() {
    return shape;
  }

  /** The key comes first, so that {@link #sortKey} need not read on. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, key);
      write(out, place);
      write(out, label);
      out.writeDouble(weight);
      write(out, cluster);
      out.writeInt(slices.size());
      for (Map.Entry<String, @Nullable String> slice : slices.entrySet()) {
        write(out, slice.getKey());
        write(out, slice.getValue());
      }
      write(out, type.name());
      out.writeInt(shape.size());
      for (int extent : shape) {
        out.writeInt(extent);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NONE);
    } else {
      write(out, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  static ExampleHead read(byte[] head) {
    ByteBuffer in = ByteBuffer.wrap(head);
    return new ExampleHead(
        text(in),
        text(in),
        bytes(in, in.getInt()),
        in.getDouble(),
        textOrNull(in),
        slices(in),
        TensorType.valueOf(text(in)),
        shape(in));
  }

  private static Map<String, @Nullable String> slices(ByteBuffer in) {
    int count = in.getInt();
    Map<String, @Nullable String> slices = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      slices.put(text(in), textOrNull(in));
    }
    return slices;
  }

  private static List<Integer> shape(ByteBuffer in) {
    int rank = in.getInt();
    List<Integer> shape = new ArrayList<>(rank);
    for (int i = 0; i < rank; i++) {
      shape.add(in.getInt());
    }
    return shape;
  }

  private static @Nullable String textOrNull(ByteBuffer in) {
    int length = in.getInt();
    return length == NONE ? null : new String(bytes(in, length), StandardCharsets.UTF_8);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in, in.getInt()), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /**
   * A text whose natural order is that of the UTF-8 bytes of a head's key, which is the canonical
   * one: a character for each byte. (Java orders texts by their UTF-16, which differs.)
   */
  static String sortKey(byte[] head) {
    return new String(
        head, Integer.BYTES, ByteBuffer.wrap(head).getInt(), StandardCharsets.ISO_8859_1);
  }
}
