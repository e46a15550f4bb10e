package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {
  private static byte[] bytes(Tally tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void itCountsAsAMapWould() throws IOException {
    Random random = new Random(1);
    Tally tally = new Tally();
    TreeMap<Integer, Long> expected = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      int key = random.nextInt(10) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(100);
      tally.add(key, 1);
      expected.merge(key, 1L, Long::sum);
    }
    assertThat(tally.keys()).containsExactly(expected.keySet().stream().mapToInt(k -> k).toArray());
    expected.forEach((key, count) -> assertThat(tally.count(key)).isEqualTo(count));
    assertThat(tally.totalCount()).isEqualTo(20_000);
    assertThat(tally.totalWeight()).isEqualTo(20_000);
    assertThat(tally.weighted()).isFalse();
    Tally read = Tally.read(new DataInputStream(new ByteArrayInputStream(bytes(tally))));
    assertThat(bytes(read)).isEqualTo(bytes(tally));
  }

  @Test
  void aLateWeightCountsTheEarlierExamplesAsOneEach() throws IOException {
    Tally tally = new Tally();
    tally.add(7, 1);
    tally.add(7, 1);
    tally.add(8, 0.1);
    tally.add(7, 0.1);
    Tally reverse = new Tally();
    reverse.add(7, 0.1);
    reverse.add(8, 0.1);
    reverse.add(7, 1);
    reverse.add(7, 1);

    assertThat(tally.weighted()).isTrue();
    assertThat(tally.count(7)).isEqualTo(3);
    assertThat(tally.weight(7)).isEqualTo(2.1);
    assertThat(tally.totalWeight()).isCloseTo(2.2, within(1e-15));
    assertThat(bytes(tally)).isEqualTo(bytes(reverse));
  }

  @Test
  void anUnweightedTallyMergesIntoAWeightedOneAndTheOtherWayRound() throws IOException {
    Tally plain = new Tally();
    plain.add(1, 1);
    plain.add(2, 1);
    Tally weighted = new Tally();
    weighted.add(2, 0.5);
    weighted.add(3, 0);
    Tally one = new Tally();
    one.merge(plain);
    one.merge(weighted);
    Tally other = new Tally();
    other.merge(weighted);
    other.merge(plain);
    assertThat(bytes(one)).isEqualTo(bytes(other));
    assertThat(one.weight(2)).isEqualTo(1.5);
    assertThat(one.count(3)).isEqualTo(1);
    assertThat(one.weight(3)).isZero();
    assertThat(plain.weighted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withABoundItIsTheSameAsWithoutOne(boolean weighted) throws IOException {
    Random random = new Random(2);
    Tally bounded = new Tally(500);
    Tally part = new Tally(500);
    Tally unbounded = new Tally();
    for (int i = 0; i < 5_000; i++) {
      int key = (int) (500 * random.nextDouble() * random.nextDouble());
      double weight = weighted && i > 2_000 ? random.nextInt(3) / 2.0 : 1;
      (i % 3 == 0 ? part : bounded).add(key, weight);
      unbounded.add(key, weight);
    }
    bounded.merge(part);
    assertThat(bytes(bounded)).isEqualTo(bytes(unbounded));
    assertThat(bounded.keys()).isEqualTo(unbounded.keys());
    for (int key = 0; key < 500; key++) {
      assertThat(bounded.count(key)).isEqualTo(unbounded.count(key));
      assertThat(bounded.weight(key)).isEqualTo(unbounded.weight(key));
    }
    Tally read = Tally.read(new DataInputStream(new ByteArrayInputStream(bytes(unbounded))), 500);
    read.merge(unbounded);
    bounded.merge(bounded(unbounded, 500));
    assertThat(bytes(read)).isEqualTo(bytes(bounded));
  }

  private static Tally bounded(Tally tally, int bound) throws IOException {
    return Tally.read(new DataInputStream(new ByteArrayInputStream(bytes(tally))), bound);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.25})
  void manyAtOnceAreAsOneByOne(double first) throws IOException {
    char[] keys = new char[1_200];
    Random random = new Random(3);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (char) random.nextInt(40);
    }
    Tally all = new Tally(50);
    Tally each = new Tally();
    all.add(3, first);
    each.add(3, first);
    for (int round = 0; round < 2; round++) {
      all.addOnes(10, keys, 2, 1_199, 3);
      all.addOnes(7, 5);
      all.addOnes(8, 0);
      for (int i = 2; i < 1_199; i += 3) {
        each.add(10 + keys[i], 1);
      }
      for (int i = 0; i < 5; i++) {
        each.add(7, 1);
      }
    }
    assertThat(bytes(all)).isEqualTo(bytes(each));
    assertThat(all.count(8)).isZero();
  }

  @Test
  void sumsOfWeightsAreExactWhateverTheirSizes() throws IOException {
    Random random = new Random(4);
    Tally whole = new Tally(20);
    Tally[] parts = {new Tally(20), new Tally(), new Tally(20)};
    ExactSum[] expected = new ExactSum[20];
    Arrays.setAll(expected, key -> new ExactSum());
    for (int i = 0; i < 6_000; i++) {
      int key = random.nextInt(20);
      // The keys from 10 on have weights that no two doubles can hold the sum of.
      int exponent = key < 10 ? 0 : random.nextInt(-1_000, 1_000);
      double weight = Math.scalb(random.nextDouble(), exponent);
      whole.add(key, weight);
      parts[i % 3].add(key, weight);
      expected[key].add(weight);
    }
    Tally merged = new Tally(20);
    for (Tally part : parts) {
      merged.merge(part);
    }
    assertThat(bytes(merged)).isEqualTo(bytes(whole));
    Tally read = bounded(merged, 20);
    assertThat(bytes(read)).isEqualTo(bytes(whole));
    ExactSum total = new ExactSum();
    for (int key = 0; key < 20; key++) {
      assertThat(whole.weight(key)).isEqualTo(expected[key].value());
      assertThat(read.weight(key)).isEqualTo(expected[key].value());
      total.merge(expected[key]);
      ExactSum added = new ExactSum();
      merged.addWeightTo(added, key);
      assertThat(added.value()).isEqualTo(expected[key].value());
    }
    assertThat(whole.totalWeight()).isEqualTo(total.value());
  }

  @Test
  void weightsBeyondTheLargestDoubleAddUpToInfinity() throws IOException {
    Tally tally = new Tally(2);
    tally.add(1, Double.MAX_VALUE);
    tally.add(1, Double.MAX_VALUE);
    tally.add(0, 0.5);
    assertThat(tally.weight(1)).isInfinite();
    assertThat(bounded(tally, 2).weight(1)).isInfinite();
    assertThat(tally.totalWeight()).isInfinite();
  }

  @Test
  void largeCountsTakeFewBytesAndAreReadBack() throws IOException {
    Tally tally = new Tally();
    tally.addOnes(5, Long.MAX_VALUE / 2);
    tally.addOnes(Integer.MAX_VALUE - 1, 127);
    tally.addOnes(6, 128);
    Tally read = Tally.read(new DataInputStream(new ByteArrayInputStream(bytes(tally))));
    assertThat(read.count(5)).isEqualTo(Long.MAX_VALUE / 2);
    assertThat(read.count(6)).isEqualTo(128);
    assertThat(read.count(Integer.MAX_VALUE - 1)).isEqualTo(127);
    // A flag, two lengths, and the cells: 1 + 9, 1 + 2 and 5 + 1.
    assertThat(bytes(tally)).hasSize(1 + 4 + 4 + 19);
  }

  @Test
  void countsThatAreCutShortAreRefused() throws IOException {
    Tally tally = new Tally(6);
    tally.addOnes(5, 300);
    byte[] written = bytes(tally);
    written[8] = 2; // of three bytes
    assertThatThrownBy(() -> Tally.read(new DataInputStream(new ByteArrayInputStream(written)), 6))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read the counts of 1 keys: they are cut short");
    written[8] = 15;
    assertThatThrownBy(() -> Tally.read(new DataInputStream(new ByteArrayInputStream(written)), 6))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read the counts of 1 keys of 6 in 15 bytes");
  }

  @Test
  void keysBeyondTheBoundAreRefused() throws IOException {
    assertThatThrownBy(() -> new Tally(5).add(5, 1))
        .hasMessage("Cannot count the key 5: expected 0 or more, below 5");
    Tally six = new Tally(6);
    six.add(5, 1);
    byte[] written = bytes(six);
    assertThatThrownBy(() -> Tally.read(new DataInputStream(new ByteArrayInputStream(written)), 5))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read a count of 1 for the key 5 of 5");
  }

  @Test
  void negativeKeysAreRefused() {
    assertThatThrownBy(() -> new Tally().add(-1, 1))
        .hasMessage("Cannot count the key -1: expected 0 or more, below 2147483647");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keysThatAreMappedToOneAreCountedTogether(boolean weighted) throws IOException {
    Tally fine = new Tally();
    Tally expected = new Tally(10);
    expected.add(3, 1);
    for (int i = 0; i < 500; i++) {
      double weight = weighted ? i / 7.0 : 1;
      fine.add(i, weight);
      expected.add(i / 50, weight);
    }
    byte[] before = bytes(fine);
    Tally coarse = new Tally(10);
    coarse.add(3, 1);

    coarse.merge(fine, key -> key / 50);

    assertThat(bytes(coarse)).isEqualTo(bytes(expected));
    assertThat(bytes(fine)).isEqualTo(before);
  }
}
