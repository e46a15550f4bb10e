package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bits as IEEE 754 has them. */
class OnnxNumberTest {
  private static ByteBuffer floats(float... values) {
    ByteBuffer floats = ByteBuffer.allocate(values.length * Float.BYTES);
    floats.asFloatBuffer().put(values);
    return floats;
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 1, 3c00, 1",
    "FLOAT16, -2, c000, -2",
    "FLOAT16, 0.1, 2e66, 0.09997558593750",
    "FLOAT16, 65504, 7bff, 65504",
    // Rounded down: the next would be 65536.
    "FLOAT16, 65519, 7bff, 65504",
    // In the middle, to the even one.
    "FLOAT16, 2049, 6800, 2048",
    "FLOAT16, 2051, 6802, 2052",
    // The smallest of all, and what is too small.
    "FLOAT16, 5.9604645E-8, 0001, 5.9604645E-8",
    "FLOAT16, 1E-9, 0000, 0",
    "BFLOAT16, 1, 3f80, 1",
    "BFLOAT16, 0.1, 3dcd, 0.10009765625",
    "BFLOAT16, 1.00390625, 3f80, 1",
    "BFLOAT16, 1.01171875, 3f82, 1.015625",
    "BFLOAT16, 65536, 4780, 65536",
    "FLOAT64, 0.1, 3fb99999a0000000, 0.1",
    "UINT8, 200, c8, 200",
    "INT8, -3, fd, -3",
    "INT8, -128, 80, -128",
    "INT32, -2147483648, 80000000, -2147483648",
    "INT64, 16777216, 0000000001000000, 16777216",
    "FLOAT32, 0.1, 3dcccccd, 0.1"
  })
  void numbersAreRoundedToTheNearestAndBack(
      OnnxNumber number, float value, String bits, float back) {
    int bytes = number.type().bytes();
    ByteBuffer there = ByteBuffer.allocate(2 * bytes);
    assertThat(OnnxNumber.FLOAT32.convert(floats(0, value), number, there, 2)).isEqualTo(-1);
    StringBuilder found = new StringBuilder();
    for (int i = bytes; i < 2 * bytes; i++) {
      found.append(String.format("%02x", there.get(i)));
    }
    assertThat(found).hasToString(bits);
    ByteBuffer again = ByteBuffer.allocate(2 * Float.BYTES);
    assertThat(number.convert(there, OnnxNumber.FLOAT32, again, 2)).isEqualTo(-1);
    assertThat(again.getFloat(Float.BYTES)).isEqualTo(back);
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 65520",
    "FLOAT16, -1E30",
    "BFLOAT16, 3.4028235E38",
    "UINT8, 256",
    "UINT8, -1",
    "UINT8, 0.5",
    "UINT8, NaN",
    "INT8, 128",
    "INT8, -129",
    "INT32, 2147483648",
    "INT32, Infinity",
    "INT64, 9223372036854775807"
  })
  void whatDoesNotFitIsFound(OnnxNumber number, float value) {
    ByteBuffer there = ByteBuffer.allocate(3 * number.type().bytes());
    assertThat(OnnxNumber.FLOAT32.convert(floats(1, 2, value), number, there, 3)).isEqualTo(2);
  }

  @Test
  void infinitiesStay() {
    ByteBuffer there = ByteBuffer.allocate(2);
    ByteBuffer infinite = floats(Float.NEGATIVE_INFINITY);
    assertThat(OnnxNumber.FLOAT32.convert(infinite, OnnxNumber.FLOAT16, there, 1)).isEqualTo(-1);
    assertThat(there.getShort(0)).isEqualTo((short) 0xfc00);
  }

  @Test
  void everyKindIsKnownByOnnxRuntimesName() {
    for (OnnxNumber number : OnnxNumber.values()) {
      assertThat(OnnxNumber.of(number.javaType())).contains(number);
      assertThat(OnnxNumber.of(number.type())).isEqualTo(number);
      assertThat(number.javaType().size).isEqualTo(number.type().bytes());
    }
  }
}
