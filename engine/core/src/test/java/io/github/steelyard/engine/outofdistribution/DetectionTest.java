package io.github.steelyard.engine.outofdistribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.engine.task.OutputKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DetectionTest {
  private static List<String[]> lines(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            DetectionTest.class.getResourceAsStream("/oracle/outofdistribution/" + name))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Of the examples that the oracle calls own, or of the others. */
  private static ScoreSample sample(String name, String own) {
    List<String[]> rows = lines(name + ".csv").stream().filter(row -> row[0].equals(own)).toList();
    float[][] logits = new float[rows.size()][rows.get(0).length - 2];
    double[] weights = new double[rows.size()];
    for (int row = 0; row < logits.length; row++) {
      weights[row] = Double.parseDouble(rows.get(row)[1]);
      for (int index = 0; index < logits[row].length; index++) {
        logits[row][index] = Float.parseFloat(rows.get(row)[2 + index]);
      }
    }
    return sample(logits, weights);
  }

  private static ScoreSample sample(float[][] logits, double[] weights) {
    RowBlock examples = ClassificationRows.examples(new int[logits.length]);
    System.arraycopy(weights, 0, examples.doubles("weight"), 0, weights.length);
    ScoreSample sample = new ScoreSample();
    sample.add(
        examples,
        ClassificationRows.outcomes(
            examples, logits, ClassificationRows.settings(logits[0].length, OutputKind.LOGITS)));
    return sample;
  }

  private static Detection found(List<Detection> all, String score, String measure) {
    return all.stream()
        .filter(one -> one.score().text().equals(score) && one.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/oracle/outofdistribution/measures.csv", numLinesToSkip = 1)
  void valuesAreThoseOfScikitLearnWithinTheirBound(
      String name, String score, double auroc, double rate) {
    List<Detection> all =
        Detection.of(sample(name, "1"), sample(name, "0"), OutputKind.LOGITS, 0.95);
    Bounded area = Objects.requireNonNull(found(all, score, Detection.AUROC).bounded());
    Bounded share =
        Objects.requireNonNull(found(all, score, Detection.FALSE_POSITIVE_RATE).bounded());
    assertThat(area.value()).isCloseTo(auroc, within(area.error() + 1e-9));
    assertThat(share.value()).isCloseTo(rate, within(share.error() + 1e-9));
    if (name.equals("ties")) {
      assertThat(area.value()).as("equal scores share a bin").isCloseTo(auroc, within(1e-9));
      assertThat(share.value()).isCloseTo(rate, within(1e-9));
    } else {
      assertThat(area.error()).isLessThan(5e-3);
    }
  }

  @Test
  void whatIsUndefinedSaysWhy() {
    ScoreSample some = sample("ties", "1");
    assertThat(Detection.of(some, some, OutputKind.PROBABILITIES, 0.95))
        .filteredOn(one -> one.bounded() == null)
        .hasSize(4)
        .allMatch(one -> one.score() != DistributionScore.CONFIDENCE)
        .extracting(Detection::undefined)
        .containsOnly("probabilities do not tell the logits, which 'outputs: logits' would be");
    assertThat(Detection.of(new ScoreSample(), some, OutputKind.LOGITS, 0.95))
        .extracting(Detection::undefined)
        .containsOnly("no example of the origin was scored");
    assertThat(Detection.of(some, new ScoreSample(), OutputKind.LOGITS, 0.95))
        .extracting(Detection::undefined)
        .containsOnly("no foreign example was scored");
    ScoreSample weightless = sample(new float[][] {{1, 2}}, new double[] {0});
    assertThat(Detection.of(some, weightless, OutputKind.LOGITS, 0.95))
        .hasSize(6)
        .extracting(Detection::undefined)
        .containsOnly("all examples of one side have the weight 0");
  }

  @Test
  void aValueWithoutAnIntervalSaysWhy() {
    ScoreSample few = sample(new float[4][2], new double[] {1, 1, 1, 1});
    ScoreSample groups = sample(new float[10][2], new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    ScoreSample own = sample("apart", "1");
    assertThat(reasons(own, few))
        .containsOnly("too few: 4 examples on one side, at least 5 are needed");
    assertThat(reasons(own, groups))
        .containsOnly("too few: 10 groups with examples, at least 20 are needed");
    assertThat(reasons(own, sample("apart", "0")))
        .containsOnly("too few: it is the same whichever group is left out");
  }

  @Test
  void theRateHasNoInterval() {
    assertThat(Detection.of(sample("normal", "1"), sample("normal", "0"), OutputKind.LOGITS, 0.95))
        .filteredOn(one -> one.measure().equals(Detection.FALSE_POSITIVE_RATE))
        .extracting(Detection::uncertainty)
        .containsOnly(Uncertainty.unknown("the threshold that a share reaches is not smooth"));
  }

  private static List<String> reasons(ScoreSample own, ScoreSample foreign) {
    return Detection.of(own, foreign, OutputKind.LOGITS, 0.95).stream()
        .filter(one -> one.measure().equals(Detection.AUROC))
        .map(Detection::uncertainty)
        .map(Objects::requireNonNull)
        .map(Uncertainty::reason)
        .map(Objects::requireNonNull)
        .toList();
  }

  /** 400 simulated pairs of samples, whose scores are two normal distributions. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    long seed = 41;
    Random random = new Random(seed);
    double apart = 1.5;
    NormalDistribution normal = new NormalDistribution();
    double auroc = normal.cumulativeProbability(apart / Math.sqrt(2));
    int held = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      List<Detection> all =
          Detection.of(
              drawn(random, 1000, 20 + apart), drawn(random, 800, 20), OutputKind.LOGITS, 0.95);
      held += holds(found(all, "max-logit", Detection.AUROC), auroc) ? 1 : 0;
    }
    // Three standard errors of 400 trials around 95 %.
    assertThat(held / (double) trials).as("seed %d", seed).isBetween(0.917, 0.983);
  }

  private static boolean holds(Detection found, double truth) {
    Interval interval =
        Objects.requireNonNull(Objects.requireNonNull(found.uncertainty()).interval());
    return interval.lower() <= truth && truth <= interval.upper();
  }

  private static ScoreSample drawn(Random random, int count, double mean) {
    float[][] logits = new float[count][2];
    double[] weights = new double[count];
    for (int row = 0; row < count; row++) {
      logits[row][0] = (float) (mean + random.nextGaussian());
      weights[row] = 1;
    }
    return sample(logits, weights);
  }

  @Test
  void partsInAnyOrderGiveTheSameBytesAndWhatWasWrittenIsReadBack() throws IOException {
    ScoreSample one = sample("normal", "1");
    ScoreSample other = sample("normal", "0");
    ScoreSample third = sample("weighted", "1");
    one.merge(other);
    one.merge(third);
    ScoreSample reversed = new ScoreSample();
    reversed.merge(sample("weighted", "1"));
    reversed.merge(other);
    reversed.merge(sample("normal", "1"));
    assertThat(bytes(reversed)).isEqualTo(bytes(one));
    byte[] bytes = bytes(one);
    assertThat(bytes(read(bytes))).isEqualTo(bytes);
    bytes[0] = 9;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read version 9 of a sample of scores, expected 1");
  }

  @Test
  void anExampleThatWasNotScoredIsCountedAsThat() {
    ScoreSample sample = sample(new float[][] {{1, 2}, {Float.NaN, 1}}, new double[] {1, 1});
    assertThat(sample.examples()).isEqualTo(1);
    assertThat(sample.notScored()).isEqualTo(1);
  }

  private static byte[] bytes(ScoreSample sample) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sample.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static ScoreSample read(byte[] bytes) throws IOException {
    return ScoreSample.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
