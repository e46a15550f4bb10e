package io.github.steelyard.engine.inference;

import java.util.Locale;

/** The numbers that an engine is asked to compute in. */
public enum Precision {
  /** The reference: 24 significant bits. */
  FLOAT32(Float.BYTES),
  /** IEEE 754 binary16: 11 significant bits, nothing above 65,504. */
  FLOAT16(Short.BYTES),
  /** The upper half of a float32: 8 significant bits, its whole range. */
  BFLOAT16(Short.BYTES);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** As suites, keys and tables spell it: {@code float32}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
