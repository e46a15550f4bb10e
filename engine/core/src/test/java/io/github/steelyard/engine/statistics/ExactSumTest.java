package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
  private static ExactSum sum(List<Double> values) {
    ExactSum sum = new ExactSum();
    values.forEach(sum::add);
    return sum;
  }

  private static ExactSum sum(double... values) {
    return sum(DoubleStream.of(values).boxed().toList());
  }

  private static byte[] bytes(ExactSum sum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sum.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static ExactSum read(byte[] bytes) throws IOException {
    return ExactSum.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static double byBigDecimal(List<Double> values) {
    return values.stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /** Doubles of all exponents, many of which cancel each other but for their last bits. */
  private static List<Double> adversarial(Random random, int count) {
    List<Double> values = new ArrayList<>();
    while (values.size() < count) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        values.add(value);
        switch (random.nextInt(4)) {
          case 0 -> values.add(-value);
          case 1 -> values.add(Math.nextUp(-value));
          case 2 -> values.add(Double.MIN_VALUE * random.nextInt(1000));
          default -> values.add(random.nextGaussian());
        }
      }
    }
    values.removeIf(value -> !Double.isFinite(value));
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1000})
  void itIsTheCorrectlyRoundedSum(int count) {
    for (long seed = 0; seed < 100; seed++) {
      List<Double> values = adversarial(new Random(seed), count);
      assertThat(sum(values).value()).as("seed %d", seed).isEqualTo(byBigDecimal(values));
    }
  }

  @Test
  void sumsOfNearlyEqualNumbersAreCorrectlyRounded() {
    for (long seed = 0; seed < 100; seed++) {
      List<Double> values = new Random(seed).doubles(500, -1, 1).boxed().toList();
      assertThat(sum(values).value()).as("seed %d", seed).isEqualTo(byBigDecimal(values));
    }
  }

  @Test
  void anyOrderAndAnyPartitioningGiveTheSameBytes() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Double> values = adversarial(random, 200);
      byte[] expected = bytes(sum(values));
      Collections.shuffle(values, random);
      int cut = random.nextInt(values.size());
      ExactSum left = sum(values.subList(0, cut));
      ExactSum right = read(bytes(sum(values.subList(cut, values.size()))));
      right.merge(left);
      assertThat(bytes(right)).as("seed %d", seed).isEqualTo(expected);
      assertThat(right.value()).isEqualTo(byBigDecimal(values));
    }
  }

  @Test
  void halvesAreRoundedToEven() {
    assertThat(sum(1, 0x1p-53).value()).isEqualTo(1);
    assertThat(sum(1 + 0x1p-52, 0x1p-53).value()).isEqualTo(1 + 0x1p-51);
    assertThat(sum(1, 0x1p-53, Double.MIN_VALUE).value()).isEqualTo(1 + 0x1p-52);
    assertThat(sum(-1, -0x1p-53, -Double.MIN_VALUE).value()).isEqualTo(-1 - 0x1p-52);
  }

  @Test
  void subnormalNumbersAreExact() {
    assertThat(sum(Double.MIN_VALUE, Double.MIN_VALUE).value()).isEqualTo(2 * Double.MIN_VALUE);
    assertThat(sum(Double.MIN_NORMAL, -Double.MIN_VALUE).value())
        .isEqualTo(Double.MIN_NORMAL - Double.MIN_VALUE);
    assertThat(sum(0.0, -0.0).value()).isEqualTo(0.0);
  }

  @Test
  void aSumMayGoBeyondTheLargestDoubleAndComeBack() {
    double most = Double.MAX_VALUE;
    assertThat(sum(most, most, -most).value()).isEqualTo(most);
    assertThat(sum(most, most).value()).isInfinite().isPositive();
    assertThat(sum(-most, -most).value()).isInfinite().isNegative();
    assertThat(sum(most, Math.ulp(most) / 4).value()).isEqualTo(most);
    assertThat(sum(most, Math.ulp(most) / 2).value()).isInfinite();
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    for (double value :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> sum(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Cannot add " + value + " to an exact sum");
    }
  }

  @Test
  void productsAreNotRounded() {
    ExactSum sum = new ExactSum();
    sum.addProduct(0.1, 0.1);
    sum.addProduct(-0.3, 0.7);
    BigDecimal exact =
        new BigDecimal(0.1)
            .multiply(new BigDecimal(0.1))
            .add(new BigDecimal(-0.3).multiply(new BigDecimal(0.7)));
    assertThat(sum.value()).isEqualTo(exact.doubleValue());
  }

  @Test
  void itIsWrittenInFewBytes() throws IOException {
    assertThat(bytes(new ExactSum())).hasSize(5);
    double[] probabilities = new Random(7).doubles(10_000).toArray();
    assertThat(bytes(sum(probabilities)).length).isLessThan(20);
  }

  @Test
  void foreignBytesAreRefused() throws IOException {
    byte[] written = bytes(sum(Math.PI));
    assertThatThrownBy(() -> read(Arrays.copyOf(written, written.length - 1)))
        .isInstanceOf(IOException.class);
    written[0] = 0x7F;
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot read an exact sum");
  }
}
