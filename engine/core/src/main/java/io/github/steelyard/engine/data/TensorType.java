package io.github.steelyard.engine.data;

/** The element types a tensor may have; elements are stored in the machine's byte order. */
public enum TensorType {
  FLOAT32(Float.BYTES),
  UINT8(1),
  INT32(Integer.BYTES),
  INT64(Long.BYTES),
  INT8(1),
  /** IEEE 754 binary16. */
  FLOAT16(Short.BYTES),
  /** The upper half of a float32. */
  BFLOAT16(Short.BYTES),
  FLOAT64(Double.BYTES);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }
}
