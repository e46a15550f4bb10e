package io.github.steelyard.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

  @Test
  void negativeKeysAreRefused() {
    assertThatThrownBy(() -> new Tally().add(-1, 1))
        .hasMessage("Cannot count the key -1: expected 0 or more");
  }
}
