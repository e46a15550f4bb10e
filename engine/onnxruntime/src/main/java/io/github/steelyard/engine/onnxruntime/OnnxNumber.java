package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.platform.Fp16Conversions;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of numbers that models may take or give, and the ways from and to float32. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions hold nothing.
enum OnnxNumber {
  FLOAT32(
      OnnxJavaType.FLOAT, 1, "a number", value -> true, ByteBuffer::putFloat, ByteBuffer::getFloat),
  FLOAT16(
      OnnxJavaType.FLOAT16,
      10,
      "a number from -65504 to 65504",
      value -> stays(value, Fp16Conversions.fp16ToFloat(Fp16Conversions.floatToFp16(value))),
      (to, at, value) -> to.putShort(at, Fp16Conversions.floatToFp16(value)),
      (from, at) -> Fp16Conversions.fp16ToFloat(from.getShort(at))),
  BFLOAT16(
      OnnxJavaType.BFLOAT16,
      16,
      "a number from -3.3895314E38 to 3.3895314E38",
      value -> stays(value, Fp16Conversions.bf16ToFloat(Fp16Conversions.floatToBf16(value))),
      (to, at, value) -> to.putShort(at, Fp16Conversions.floatToBf16(value)),
      (from, at) -> Fp16Conversions.bf16ToFloat(from.getShort(at))),
  FLOAT64(
      OnnxJavaType.DOUBLE,
      11,
      "a number",
      value -> true,
      (to, at, value) -> to.putDouble(at, value),
      (from, at) -> (float) from.getDouble(at)),
  UINT8(
      OnnxJavaType.UINT8,
      2,
      "a whole number from 0 to 255",
      value -> whole(value, 0, 0x1p8f),
      (to, at, value) -> to.put(at, (byte) (int) value),
      (from, at) -> from.get(at) & 0xff),
  INT8(
      OnnxJavaType.INT8,
      3,
      "a whole number from -128 to 127",
      value -> whole(value, -0x1p7f, 0x1p7f),
      (to, at, value) -> to.put(at, (byte) value),
      ByteBuffer::get),
  INT32(
      OnnxJavaType.INT32,
      6,
      "a whole number of 32 bits",
      value -> whole(value, -0x1p31f, 0x1p31f),
      (to, at, value) -> to.putInt(at, (int) value),
      ByteBuffer::getInt),
  INT64(
      OnnxJavaType.INT64,
      7,
      "a whole number of 64 bits",
      value -> whole(value, -0x1p63f, 0x1p63f),
      (to, at, value) -> to.putLong(at, (long) value),
      ByteBuffer::getLong);

  private interface Fit {
    boolean test(float value);
  }

  private interface Writer {
    void put(ByteBuffer to, int at, float value);
  }

  private interface Reader {
    float get(ByteBuffer from, int at);
  }

  private final TensorType type = TensorType.valueOf(name());
  private final OnnxJavaType javaType;
  private final int code;
  private final String expected;
  private final Fit fit;
  private final Writer writer;
  private final Reader reader;

  OnnxNumber(
      OnnxJavaType javaType, int code, String expected, Fit fit, Writer writer, Reader reader) {
    this.javaType = javaType;
    this.code = code;
    this.expected = expected;
    this.fit = fit;
    this.writer = writer;
    this.reader = reader;
  }

  static OnnxNumber of(TensorType type) {
    return valueOf(type.name());
  }

  static Optional<OnnxNumber> of(OnnxJavaType type) {
    return Arrays.stream(values()).filter(number -> number.javaType == type).findFirst();
  }

  /** The same as tensors know it. */
  TensorType type() {
    return type;
  }

  OnnxJavaType javaType() {
    return javaType;
  }

  /** As {@code TensorProto.DataType} has it. */
  int code() {
    return code;
  }

  /** What fits, in words. */
  String expected() {
    return expected;
  }

  /** Whether such numbers can be scores. */
  boolean real() {
    return this == FLOAT32 || this == FLOAT16 || this == BFLOAT16 || this == FLOAT64;
  }

  float get(ByteBuffer from, int at) {
    return reader.get(from, at);
  }

  /**
   * Rounds numbers to the nearest of another kind, those in the middle to the even one.
   *
   * @return the place of the first number that does not fit, at which it stops, or -1
   */
  int convert(ByteBuffer from, OnnxNumber target, ByteBuffer to, int count) {
    int step = type.bytes();
    int targetStep = target.type.bytes();
    for (int i = 0; i < count; i++) {
      float value = reader.get(from, i * step);
      if (!target.fit.test(value)) {
        return i;
      }
      target.writer.put(to, i * targetStep, value);
    }
    return -1;
  }

  /** Rounding must not make an infinity of a number. */
  private static boolean stays(float value, float rounded) {
    return !Float.isFinite(value) || Float.isFinite(rounded);
  }

  private static boolean whole(float value, float least, float tooLarge) {
    return value >= least && value < tooLarge && value == Math.rint(value);
  }
}
