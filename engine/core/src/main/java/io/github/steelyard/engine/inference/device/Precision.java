package io.github.steelyard.engine.inference.device;

import java.util.Locale;

/** The numbers that an engine is asked to compute in. */
public enum Precision {
  /** The reference: 24 significant bits. */
  FLOAT32(Float.BYTES, 24),
  /** IEEE 754 binary16: 11 significant bits, nothing above 65,504. */
  FLOAT16(Short.BYTES, 11),
  /** The upper half of a float32: 8 significant bits, its whole range. */
  BFLOAT16(Short.BYTES, 8);

  private final int bytes;
  private final int significantBits;

  Precision(int bytes, int significantBits) {
    this.bytes = bytes;
    this.significantBits = significantBits;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The largest relative error of one rounding to such a number, without subnormal ones. */
  public double unitRoundoff() {
    return Math.scalb(1.0, -significantBits);
  }

  /** As suites, keys and tables spell it: {@code float32}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
