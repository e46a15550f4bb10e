package io.github.steelyard.datasets.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashTest {
  @ParameterizedTest
  @CsvSource({"100, 0", "100, 50", "100, 90", "100, 100"})
  void sketchesTellTheShareThatTwoSetsHaveInCommon(int size, int common) {
    int places = 2_048;
    MinHash minHash = new MinHash(places);
    SplitMix64 tokens = new SplitMix64(11);
    long[] one = LongStream.generate(tokens::nextLong).limit(size).toArray();
    long[] other = one.clone();
    for (int i = common; i < size; i++) {
      other[i] = tokens.nextLong();
    }
    int[] sketch = minHash.of(one);
    int[] another = minHash.of(other);
    int equal = 0;
    for (int place = 0; place < places; place++) {
      equal += sketch[place] == another[place] ? 1 : 0;
    }

    double similarity = (double) common / (2 * size - common);
    double error = Math.sqrt(similarity * (1 - similarity) / places);
    assertThat((double) equal / places).isCloseTo(similarity, within(4 * error + 1e-12));
  }
}
