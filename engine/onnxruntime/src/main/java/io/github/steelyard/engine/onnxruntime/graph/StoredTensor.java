package io.github.steelyard.engine.onnxruntime.graph;

import java.util.List;
import java.util.Map;

/**
 * A tensor that an ONNX file stores, without its numbers.
 *
 * @param type ONNX's number of the element type
 * @param dimensions of which none is negative; none at all for a scalar
 */
public record StoredTensor(String name, int type, List<Long> dimensions) {
  private static final int UINT8 = 2;
  private static final int INT64 = 7;
  private static final int STRING = 8;
  private static final int BOOL = 9;

  private static final Map<Integer, String> KINDS =
      Map.ofEntries(
          Map.entry(1, "float32"),
          Map.entry(UINT8, "uint8"),
          Map.entry(3, "int8"),
          Map.entry(4, "uint16"),
          Map.entry(5, "int16"),
          Map.entry(6, "int32"),
          Map.entry(10, "float16"),
          Map.entry(11, "float64"),
          Map.entry(12, "uint32"),
          Map.entry(16, "bfloat16"),
          Map.entry(17, "float8"),
          Map.entry(18, "float8"),
          Map.entry(19, "float8"),
          Map.entry(20, "float8"),
          Map.entry(21, "uint4"),
          Map.entry(22, "int4"),
          Map.entry(23, "float4"));

  public StoredTensor {
    dimensions = List.copyOf(dimensions);
  }

  public long elements() {
    return dimensions.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * Whether it is a weight: 64-bit integers are shapes, axes and indices in ONNX, booleans masks,
   * and scalars the constants of a formula or of a quantization.
   */
  public boolean weight() {
    return !dimensions.isEmpty() && type != INT64 && type != BOOL && type != STRING;
  }

  /** Bytes of its elements, as ONNX packs them. */
  public long bytes() {
    return Math.addExact(Math.multiplyExact(elements(), bits()), 7L) / 8;
  }

  /** The kind of its numbers: {@code float16}, {@code int8}. */
  String numbers() {
    return KINDS.getOrDefault(type, "numbers of ONNX's type " + type);
  }

  private long bits() {
    return switch (type) {
      // uint16, int16, float16, bfloat16
      case 4, 5, 10, 16 -> 16;
      // double, uint64, complex64
      case 11, 13, 14, INT64 -> 64;
      // complex128
      case 15 -> 128;
      // uint8, int8, bool, the float8 kinds
      case UINT8, 3, BOOL, 17, 18, 19, 20, 24 -> 8;
      // uint4, int4, float4
      case 21, 22, 23 -> 4;
      // float, int32, uint32
      default -> 32;
    };
  }
}
