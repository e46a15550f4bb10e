package io.github.steelyard.datasets.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteFloatsTest {
  private static final List<Float> FINITE =
      List.of(0f, -0f, 1f, -1f, Float.MIN_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE);

  private static float[] finite(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = FINITE.get(i % FINITE.size());
    }
    return values;
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  @Test
  void finiteNumbersAreAllRight() {
    for (int count = 0; count < 20; count++) {
      assertThat(FiniteFloats.firstOther(finite(count))).isEqualTo(-1);
      assertThat(FiniteFloats.firstOther(bytes(finite(count)))).isEqualTo(-1);
    }
  }

  @Test
  void theFirstOtherOneIsFoundWhereverItStands() {
    for (float other :
        new float[] {
          Float.NaN,
          Float.intBitsToFloat(0xff800001),
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY
        }) {
      for (int count = 1; count < 20; count++) {
        for (int at = 0; at < count; at++) {
          float[] values = finite(count);
          Arrays.fill(values, at, count, other);
          assertThat(FiniteFloats.firstOther(values)).isEqualTo(at);
          assertThat(FiniteFloats.firstOther(bytes(values))).isEqualTo(at);
          assertThat(Float.valueOf(FiniteFloats.value(bytes(values), at)))
              .isEqualTo(Float.valueOf(values[at]));
        }
      }
    }
  }
}
