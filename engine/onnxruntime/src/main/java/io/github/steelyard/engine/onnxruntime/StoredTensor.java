package io.github.steelyard.engine.onnxruntime;

import java.util.List;

/**
 * A tensor that an ONNX file stores, without its numbers.
 *
 * @param type ONNX's number of the element type
 * @param dimensions of which none is negative; none at all for a scalar
 */
record StoredTensor(String name, int type, List<Long> dimensions) {
  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int INT32 = 6;
  static final int INT64 = 7;
  private static final int STRING = 8;
  private static final int BOOL = 9;

  StoredTensor {
    dimensions = List.copyOf(dimensions);
  }

  long elements() {
    return dimensions.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * Whether it is a weight: 64-bit integers are shapes, axes and indices in ONNX, booleans masks,
   * and scalars the constants of a formula or of a quantization.
   */
  boolean weight() {
    return !dimensions.isEmpty() && type != INT64 && type != BOOL && type != STRING;
  }

  /** Bytes of its elements, as ONNX packs them. */
  long bytes() {
    return Math.addExact(Math.multiplyExact(elements(), bits()), 7L) / 8;
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
