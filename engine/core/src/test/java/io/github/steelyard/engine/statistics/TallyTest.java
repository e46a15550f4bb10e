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
    bounded.merge(bounded(unbounded));
    assertThat(bytes(read)).isEqualTo(bytes(bounded));
  }

  private static Tally bounded(Tally tally) throws IOException {
    return Tally.read(new DataInputStream(new ByteArrayInputStream(bytes(tally))), 500);
  }

  @Test
  void manyAtOnceAreAsOneByOne() throws IOException {
    int[] keys = new Random(3).ints(1_000, 0, 40).toArray();
    double[] weights = new double[1_000];
    Arrays.fill(weights, 1);
    for (double last : new double[] {1, 0.25}) {
      weights[999] = last;
      Tally all = new Tally(40);
      Tally each = new Tally();
      for (int round = 0; round < 2; round++) {
        all.addAll(keys, weights);
        for (int i = 0; i < keys.length; i++) {
          each.add(keys[i], weights[i]);
        }
      }
      assertThat(bytes(all)).isEqualTo(bytes(each));
    }
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
