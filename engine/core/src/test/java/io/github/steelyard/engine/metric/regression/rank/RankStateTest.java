package io.github.steelyard.engine.metric.regression.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.ranking.Bounded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of more examples than are kept one by one. */
class RankStateTest {
  private static final int MANY = 60_000;
  private final double[] targets = new double[MANY];
  private final double[] predictions = new double[MANY];
  private final double[] weights = new double[MANY];

  private void fill(double mean, double noise, boolean weighted) {
    Random random = new Random(20240721);
    for (int i = 0; i < MANY; i++) {
      targets[i] = mean + random.nextGaussian();
      predictions[i] = (float) (targets[i] + noise * random.nextGaussian());
      weights[i] = weighted ? random.nextInt(4) / 3.0 : 1;
    }
  }

  private RankState state(int from, int to) {
    RankState state = new RankState();
    for (int i = from; i < to; i++) {
      state.add(targets[i], predictions[i], weights[i]);
    }
    return state;
  }

  /** What golden files hold against scipy. */
  private static double exact(double[] targets, double[] predictions) {
    double[] ones = new double[targets.length];
    Arrays.fill(ones, 1);
    return new RankCorrelation(
            new Ranks(PairList.places(targets), ones, false),
            new Ranks(PairList.places(predictions), ones, false))
        .value()
        .value();
  }

  private static byte[] bytes(MetricState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -100, 1e6})
  void theBoundHoldsTheCorrelationOfTheNumbersThemselves(double mean) {
    for (double noise : new double[] {0, 0.2, 1, 30}) {
      fill(mean, noise, false);
      double exact = exact(targets, predictions);

      Bounded binned = state(0, MANY).correlation().value();

      assertThat(binned.error()).as("noise %s", noise).isBetween(1e-9, 0.25);
      assertThat(binned.value()).as("noise %s", noise).isCloseTo(exact, within(binned.error()));
      assertThat(binned.value()).as("noise %s", noise).isCloseTo(exact, within(0.01));
    }
  }

  @Test
  void aWorstOrderInsideTheBinsStaysWithinTheBound() {
    // Two targets in each bin of a target, of which the lower one has the higher prediction.
    RankState state = new RankState();
    double[] lower = new double[120 * 200];
    double[] upper = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      int bin = i / 200;
      lower[i] = 128 + bin + (i % 2) / 2.0 + i * 1e-9;
      upper[i] = 128 + bin + (1 - i % 2) / 2.0 + i * 1e-9;
      state.add(lower[i], upper[i], 1);
    }
    double exact = exact(lower, upper);

    Bounded binned = state.correlation().value();

    assertThat(binned.value()).isGreaterThan(exact);
    assertThat(binned.value()).isCloseTo(exact, within(binned.error()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyPartitioningGivesTheSameBytesAndTheBinsOfAllPairs(boolean weighted) throws IOException {
    fill(0, 0.7, weighted);
    RankState whole = state(0, MANY);
    byte[] expected = bytes(whole);
    for (int part : new int[] {977, 16_384, 20_001}) {
      RankState merged = new RankState();
      for (int from = MANY - MANY % part; from >= 0; from -= part) {
        RankState more = state(from, Math.min(MANY, from + part));
        byte[] before = bytes(more);
        merged.merge(more);
        assertThat(bytes(more)).isEqualTo(before);
      }
      assertThat(bytes(merged)).as("parts of %d", part).isEqualTo(expected);
    }
    RankState read = RankState.read(new DataInputStream(new ByteArrayInputStream(expected)));
    assertThat(bytes(read)).isEqualTo(expected);
    assertThat(new SpearmanCorrelation().values(read))
        .isEqualTo(new SpearmanCorrelation().values(whole));
  }

  @Test
  void theBinsAreTheFinestOfWhichThereAreNotTooMany() {
    double[] numbers = new Random(5).doubles(5_000, 0, 1000).toArray();
    RankBins bins = RankBins.of(numbers);
    Arrays.sort(numbers);
    int[] places = Arrays.stream(numbers).mapToInt(bins::place).toArray();

    assertThat(places).isSorted().startsWith(0).endsWith(bins.count() - 1);
    assertThat(bins.count()).isBetween(RankBins.MOST / 2, RankBins.MOST);
    assertThat(RankBins.of(new double[] {-3, 7.5, -3, 0}).coarse()).isFalse();
  }

  @Test
  void oneExampleMoreThanAreKeptTakesTheIntervalAndGivesABound() {
    RankState kept = new RankState();
    for (int i = 0; i < RankState.MOST_PAIRS; i++) {
      kept.add(i, i % 1000, 1);
      kept.add(i, 0, 0);
    }
    List<Value> exact = new SpearmanCorrelation().values(kept);
    kept.add(3, 8, 1);
    List<Value> binned = new SpearmanCorrelation().values(kept);

    assertThat(exact.get(1).number()).isZero();
    assertThat(exact.get(0).method().needsGroups(false)).isTrue();
    assertThat(binned.get(1).number()).isPositive();
    assertThat(binned.get(0).method().needsGroups(false)).isFalse();
  }

  @Test
  void pairsAndBinsThatAreNoneAreRefused() throws IOException {
    byte[] written = bytes(state(0, 0));
    written[written.length - 4] = 1;
    assertThat(catching(written)).isEqualTo("Cannot read 16777216 pairs: expected 0 to 16384");

    RankState one = new RankState();
    one.add(1, 2, 4);
    byte[] pair = bytes(one);
    pair[pair.length - 8] = (byte) 0x80;
    assertThat(catching(pair))
        .startsWith("Cannot read a target of 1.0 and a prediction of 2.0 that weigh -");
  }

  private static String catching(byte[] bytes) {
    try {
      RankState.read(new DataInputStream(new ByteArrayInputStream(bytes)));
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
