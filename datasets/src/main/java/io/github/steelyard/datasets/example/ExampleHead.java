package io.github.steelyard.datasets.example;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of a checked example but its input. */
public final class ExampleHead {
  private static final int USUAL_BYTES = 256;
  private static final byte[] NOTHING = {};

  private final String key;
  private final String place;
  private final byte[] label;
  private final double weight;
  private final @Nullable String cluster;
  private final Map<String, @Nullable String> slices;
  private final byte @Nullable [] sketch;

  /**
   * @param key the example's id, or its order where it has none: what the canonical order goes by
   * @param place for messages
   * @param label as its task's {@link io.github.steelyard.engine.label.Labelling} writes it
   * @param sketch of the text beside it; null where there is none
   */
  public ExampleHead(
      String key,
      String place,
      byte[] label,
      double weight,
      @Nullable String cluster,
      Map<String, @Nullable String> slices,
      byte @Nullable [] sketch) {
    this.key = key;
    this.place = place;
    this.label = label;
    this.weight = weight;
    this.cluster = cluster;
    this.slices = slices;
    this.sketch = sketch;
  }

  public String key() {
    return key;
  }

  public String place() {
    return place;
  }

  public byte[] label() {
    return label;
  }

  public double weight() {
    return weight;
  }

  public @Nullable String cluster() {
    return cluster;
  }

  public Map<String, @Nullable String> slices() {
    return slices;
  }

  public byte @Nullable [] sketch() {
    return sketch;
  }

  /** The key comes first, so that whoever sorts need not read on. */
  byte[] written() {
    GrowingBytes out =
        new GrowingBytes(USUAL_BYTES)
            .add(key)
            .add(place)
            .addCounted(label)
            .add(weight)
            .add(cluster)
            .add(slices.size());
    slices.forEach((name, value) -> out.add(name).add(value));
    out.addCounted(sketch == null ? NOTHING : sketch);
    return out.toArray();
  }

  static ExampleHead read(ByteBuffer in) {
    return new ExampleHead(
        text(in),
        text(in),
        bytes(in, in.getInt()),
        in.getDouble(),
        textOrNull(in),
        slices(in),
        sketch(in));
  }

  private static byte @Nullable [] sketch(ByteBuffer in) {
    int length = in.getInt();
    return length == 0 ? null : bytes(in, length);
  }

  private static Map<String, @Nullable String> slices(ByteBuffer in) {
    int count = in.getInt();
    if (count == 0) {
      return Map.of();
    }
    Map<String, @Nullable String> slices = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      slices.put(text(in), textOrNull(in));
    }
    return slices;
  }

  private static @Nullable String textOrNull(ByteBuffer in) {
    int length = in.getInt();
    return length == GrowingBytes.NONE
        ? null
        : new String(bytes(in, length), StandardCharsets.UTF_8);
  }

  static String text(ByteBuffer in) {
    return new String(bytes(in, in.getInt()), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
