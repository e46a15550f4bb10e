package io.github.steelyard.datasets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowResemblanceTest {
  private final DuplicateMethod method = DuplicateMethods.near(TensorType.FLOAT32, Shape.of(20));

  private byte[] signature(float... row) {
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : row) {
      bytes.putFloat(value);
    }
    return method.signature(bytes.array());
  }

  private static float[] row(Random random) {
    float[] row = new float[20];
    for (int column = 0; column < row.length; column++) {
      row[column] = 1 + random.nextFloat() * 8;
    }
    return row;
  }

  private boolean meet(byte[] one, byte[] other) {
    return LongStream.of(method.bands(one))
        .anyMatch(key -> LongStream.of(method.bands(other)).anyMatch(another -> another == key));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2345, 1.23",
    "-123456, -123000",
    "0.00098765, 0.000988",
    "999, 999",
    "1001, 1000",
    "-0.0, 0",
    "Infinity, Infinity"
  })
  void numbersAreRoundedToThreeDigits(float value, float rounded) {
    assertThat(SignificantDigits.three(value)).isEqualTo(rounded);
  }

  @Test
  void whatIsNoNumberIsTheSameAsAnother() {
    float other = Float.intBitsToFloat(0x7fc0_0001);
    assertThat(method.alike(signature(1, Float.NaN), signature(1, other))).isTrue();
  }

  @Test
  void rowsWithNineInTenColumnsEqualAreAlikeAndFound() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      float[] row = row(random);
      float[] changed = row.clone();
      changed[random.nextInt(10)] += 1;
      changed[10 + random.nextInt(10)] += 1;

      assertThat(method.alike(signature(row), signature(changed))).isTrue();
      assertThat(meet(signature(row), signature(changed))).isTrue();
    }
  }

  @Test
  void threeInTwentyColumnsAreTooMany() {
    float[] row = row(new Random(4));
    float[] changed = row.clone();
    changed[0] += 1;
    changed[7] += 1;
    changed[19] += 1;

    assertThat(method.alike(signature(row), signature(changed))).isFalse();
    assertThat(RowResemblance.share(signature(row), signature(changed))).isEqualTo(0.85);
  }

  @Test
  void equalValuesInOtherColumnsAreNoLikeness() {
    assertThat(method.alike(signature(1, 2, 3, 4), signature(4, 1, 2, 3))).isFalse();
    assertThat(meet(signature(1, 2, 3, 4), signature(4, 1, 2, 3))).isFalse();
  }

  @Test
  void columnsThatAreZeroInBothTellNothing() {
    float[] one = new float[20];
    float[] other = new float[20];
    one[3] = 5;
    other[4] = 5;

    assertThat(method.alike(signature(one), signature(other))).isFalse();
    assertThat(method.alike(signature(new float[20]), signature(new float[20]))).isTrue();
  }

  @Test
  void bytesAreNumbersFromZeroTo255() {
    DuplicateMethod bytes = DuplicateMethods.near(TensorType.UINT8, Shape.of(3));

    assertThat(bytes.signature(new byte[] {0, (byte) 200, 7})).isEqualTo(signature(0, 200, 7));
  }
}
