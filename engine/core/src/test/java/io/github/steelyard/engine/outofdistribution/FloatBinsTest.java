package io.github.steelyard.engine.outofdistribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FloatBinsTest {
  @Test
  void binsAscendWithTheNumber() {
    assertThat(
            DoubleStream.of(
                    Double.NEGATIVE_INFINITY,
                    -1e30,
                    -2,
                    -1.001,
                    -1,
                    -1e-9,
                    0,
                    1e-9,
                    1,
                    1.001,
                    2,
                    1e30,
                    Double.POSITIVE_INFINITY)
                .mapToInt(FloatBins::bin)
                .boxed()
                .toList())
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(bin -> bin >= 0 && bin < FloatBins.COUNT);
  }

  @Test
  void equalNumbersShareABinThoughTheirLastDigitsDiffer() {
    assertThat(FloatBins.bin(Math.nextDown(2.0))).isEqualTo(FloatBins.bin(2));
    assertThat(FloatBins.bin(1e-16)).isEqualTo(FloatBins.bin(0));
    assertThat(FloatBins.bin(-0.0)).isEqualTo(FloatBins.bin(0));
  }

  @Test
  void aBinIsNoWiderThanAThousandthOfItsNumbers() {
    assertThat(FloatBins.bin(8)).isEqualTo(FloatBins.bin(8 * (1 + 0.9 / 1024)));
    assertThat(FloatBins.bin(8)).isNotEqualTo(FloatBins.bin(8 * (1 + 1.0 / 1024)));
  }
}
