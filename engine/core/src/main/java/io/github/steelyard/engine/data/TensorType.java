package io.github.steelyard.engine.data;

/** The element types a tensor may have; elements are stored in the machine's byte order. */
public enum TensorType {
  FLOAT32(Float.BYTES),
  UINT8(1),
  INT32(Integer.BYTES),
  INT64(Long.BYTES);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }
}
