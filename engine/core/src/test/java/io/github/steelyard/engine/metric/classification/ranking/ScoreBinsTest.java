package io.github.steelyard.engine.metric.classification.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.classification.confidence.ReliabilityBin;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.ranking.ScoreBins;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreBinsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 7})
  void binsAscendWithTheProbabilityAndAreAllReached(int bits) {
    ScoreBins bins = new ScoreBins(bits);
    assertThat(bins.bin(-0.001)).isEqualTo(0);
    assertThat(bins.bin(0)).isEqualTo(0);
    assertThat(bins.bin(Double.MIN_VALUE)).isEqualTo(0);
    assertThat(bins.bin(0.5)).isEqualTo(bins.count() / 2);
    assertThat(bins.bin(Math.nextDown(0.5))).isEqualTo(bins.count() / 2 - 1);
    assertThat(bins.bin(1)).isEqualTo(bins.count() - 1);
    assertThat(bins.bin(1.001)).isEqualTo(bins.count() - 1);
    int last = 0;
    boolean[] reached = new boolean[bins.count()];
    for (double p = 0x1p-18; p < 0.5; p *= 1 + 0x1p-10) {
      int bin = bins.bin(p);
      assertThat(bin).isBetween(last, last + 1);
      last = bin;
      reached[bin] = true;
      reached[bins.bin(1 - p)] = true;
    }
    assertThat(reached).doesNotContain(false);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 7})
  void aFloatFallsIntoTheBinOfTheSameDouble(int bits) {
    ScoreBins bins = new ScoreBins(bits);
    Random random = new Random(bits);
    float[] numbers = new float[20_000];
    for (int i = 0; i < numbers.length; i++) {
      float near = Math.scalb(random.nextFloat(), -random.nextInt(40));
      numbers[i] = i % 2 == 0 ? near : 1 - near;
    }
    float[] edges = {0, -0f, 1, 0.5f, Math.nextDown(0.5f), Math.nextUp(0.5f), -1e-9f, 1.0001f};
    for (float[] all : List.of(numbers, edges)) {
      for (float number : all) {
        assertThat(bins.bin(number)).as("%s", number).isEqualTo(bins.bin((double) number));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void examplesThatWaitAreCountedLikeAnyOther(boolean weighted) throws IOException {
    Rows rows = ClassificationRows.random(5_000, 10, 31, weighted);
    ScoreBinKind kind = ScoreBinKind.of(MetricSettings.of(LabelMap.numbered(10)));
    RowAccumulator accumulator = kind.accumulator(rows.examples(), rows.outcomes());
    Tally expected = new Tally();
    for (int row = 0; row < 5_000; row++) {
      for (int index = 0; index < 10; index++) {
        int bin = kind.bins().bin((double) rows.outcomes().floatLists("scores")[row][index]);
        int own = rows.examples().ints("label")[row] == index ? 1 : 0;
        int key = index * 2 * kind.bins().count() + 2 * bin + own;
        expected.add(key, rows.examples().doubles("weight")[row]);
      }
    }
    MetricState whole = kind.empty();
    accumulator.addAll(whole, IntStream.range(0, 5_000).toArray(), 0, 5_000);
    MetricState merged = kind.empty();
    MetricState part = kind.empty();
    for (int row = 4_999; row >= 0; row--) {
      accumulator.addAll(row % 7 == 0 ? part : merged, new int[] {row}, 0, 1);
    }
    merged.merge(part);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(ScoreBinState.VERSION);
    expected.write(out);
    assertThat(bytes(whole)).isEqualTo(bytes.toByteArray());
    assertThat(bytes(merged)).isEqualTo(bytes.toByteArray());
  }

  private static byte[] bytes(MetricState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void widthsAreOneOfManyPartsOfAnOctave() {
    ScoreBins bins = new ScoreBins(7);
    assertThat(bins.bin(0.25)).isEqualTo(bins.bin(0.25 + 0.25 / 128 - 1e-12));
    assertThat(bins.bin(0.25 + 0.25 / 128)).isEqualTo(bins.bin(0.25) + 1);
    assertThat(bins.bin(0x1p-17)).isEqualTo(0);
    assertThat(bins.bin(0x1p-17 * (1 + 1 / 128.0))).isEqualTo(1);
  }

  @Test
  void aStateStaysSmallForAnyNumberOfClasses() {
    for (int classes : new int[] {2, 3, 10, 32, 33, 1_000}) {
      ScoreBinKind kind = ScoreBinKind.of(MetricSettings.of(LabelMap.numbered(classes)));
      assertThat(kind.counted() * kind.bins().count()).isBetween(0, 8_192);
    }
  }

  private static Map<String, Estimate> estimates(Rows rows, MetricSettings settings) {
    Scorecard scorecard = new Scorecard(Metrics.of(ClassificationTask.NAME), settings);
    scorecard.add(rows.examples(), rows.outcomes());
    Map<String, Estimate> estimates = new TreeMap<>();
    for (ScoreRow row : scorecard.estimates(0.95)) {
      estimates.put(row.estimate().metric() + " " + row.estimate().aspect(), row.estimate());
    }
    return estimates;
  }

  @Test
  void theBoundIsSmallForManyScores() {
    Map<String, Estimate> two =
        estimates(
            ClassificationRows.random(5_000, 2, 9, false), MetricSettings.of(LabelMap.numbered(2)));
    assertThat(two.get("roc-auc error-bound").number()).isLessThan(0.001);
    assertThat(two.get("average-precision error-bound").number()).isLessThan(0.01);
    Map<String, Estimate> ten =
        estimates(
            ClassificationRows.random(5_000, 10, 9, false),
            MetricSettings.of(LabelMap.numbered(10)));
    assertThat(ten.get("roc-auc error-bound").number()).isLessThan(0.01);
  }

  @Test
  void aPositiveClassOfManyIsRankedAlongWithTheOthers() {
    Rows rows = ClassificationRows.random(500, 4, 21, true);
    LabelMap labels = LabelMap.numbered(4);
    BinarySettings settings = new BinarySettings(2, 0.3, 0.5, 0.8, 0.7);
    Map<String, Estimate> with = estimates(rows, new MetricSettings(labels, false, settings));
    Map<String, Estimate> without = estimates(rows, MetricSettings.of(labels));

    assertThat(with.get("roc-auc class=2").number())
        .isEqualTo(without.get("roc-auc class=2").number());
    assertThat(without.keySet()).noneMatch(key -> key.startsWith("binary") || key.contains("-at-"));
    double taken = 0;
    double hits = 0;
    double positives = 0;
    for (int row = 0; row < 500; row++) {
      double weight = rows.examples().doubles("weight")[row];
      boolean positive = rows.examples().ints("label")[row] == 2;
      boolean took = rows.outcomes().floatLists("scores")[row][2] >= 0.3;
      taken += took ? weight : 0;
      positives += positive ? weight : 0;
      hits += took && positive ? weight : 0;
    }
    assertThat(with.get("binary-precision ").number()).isCloseTo(hits / taken, within(1e-12));
    assertThat(with.get("binary-f-beta ").number())
        .isCloseTo(1.25 * hits / (taken + 0.25 * positives), within(1e-12));
  }

  @Test
  void beyond32ClassesRankingsAreUndefinedAndSayWhy() {
    int classes = 33;
    int[] labels = {0, 1, 2};
    RowBlock examples = ClassificationRows.examples(labels);
    float[][] logits = new float[3][classes];
    Map<String, Estimate> estimates =
        estimates(
            new Rows(
                examples,
                ClassificationRows.outcomes(
                    examples, logits, ClassificationRows.settings(classes, OutputKind.LOGITS))),
            MetricSettings.of(LabelMap.numbered(classes)));
    assertThat(estimates.get("roc-auc macro").undefined())
        .isEqualTo("not stored in the outcomes: column 'scores'");
    assertThat(
            new RocAuc().values(ScoreBinKind.of(MetricSettings.of(LabelMap.numbered(33))).empty()))
        .anySatisfy(value -> assertThat(value.undefined()).isEqualTo("more than 32 classes"));
  }

  @Test
  void reliabilityBinsAreTheDiagramsPoints() {
    Rows rows = ClassificationRows.random(400, 3, new Random(4).nextLong(), true, "part");
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(ClassificationTask.NAME, List.of("expected-calibration-error")),
            MetricSettings.of(LabelMap.numbered(3)));
    scorecard.add(rows.examples(), rows.outcomes());

    List<ReliabilityBin> bins = ReliabilityBin.of(scorecard, Slice.ALL);

    double weight = bins.stream().mapToDouble(ReliabilityBin::weight).sum();
    double error =
        bins.stream()
            .mapToDouble(bin -> bin.weight() * Math.abs(bin.confidence() - bin.accuracy()))
            .sum();
    assertThat(error / weight)
        .isCloseTo(scorecard.estimates(0.95).get(0).estimate().number(), within(1e-12));
    assertThat(bins)
        .allSatisfy(
            bin -> assertThat(bin.confidence()).isBetween(bin.lower() - 1e-12, bin.upper() + 1e-12))
        .isSortedAccordingTo((a, b) -> Double.compare(a.lower(), b.lower()));
    assertThat(ReliabilityBin.of(scorecard, new Slice("part", "nowhere"))).isEmpty();
  }

  @Test
  void aSettingThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new BinarySettings(1, Double.NaN, 1, 0.5, 0.5))
        .hasMessage("Cannot use NaN for threshold: expected 0 to 1");
    assertThatThrownBy(() -> new MetricSettings(LabelMap.numbered(2), false, BinarySettings.of(2)))
        .hasMessage("Cannot take class 2 for the positive one: there are 2 classes");
  }
}
