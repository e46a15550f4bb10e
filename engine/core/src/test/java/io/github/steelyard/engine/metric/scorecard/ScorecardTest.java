package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.classification.confusion.ConfusionCount;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTest {
  private static final int CLASSES = 4;
  private static final MetricSettings SETTINGS = MetricSettings.of(LabelMap.numbered(CLASSES));
  private static final List<Metric> METRICS = Metrics.of(ClassificationTask.NAME);

  private static Scorecard scorecard(Rows... parts) {
    Scorecard scorecard = new Scorecard(METRICS, SETTINGS);
    for (Rows part : parts) {
      scorecard.add(part.examples(), part.outcomes());
    }
    return scorecard;
  }

  private static byte[] bytes(Scorecard scorecard) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      scorecard.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static Scorecard read(byte[] bytes) throws IOException {
    return Scorecard.read(METRICS, SETTINGS, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** The same rows in another order or a part of them. */
  private static Rows chosen(Rows rows, List<Integer> order) {
    return new Rows(chosen(rows.examples(), order), chosen(rows.outcomes(), order));
  }

  private static RowBlock chosen(RowBlock block, List<Integer> order) {
    RowBlock copy = new RowBlock(block.columns(), order.size());
    for (Column column : block.columns()) {
      String name = column.name();
      for (int row = 0; row < order.size(); row++) {
        int from = order.get(row);
        switch (column.type()) {
          case INT32 -> copy.ints(name)[row] = block.ints(name)[from];
          case INT64 -> copy.longs(name)[row] = block.longs(name)[from];
          case FLOAT64 -> copy.doubles(name)[row] = block.doubles(name)[from];
          case STRING -> copy.strings(name)[row] = block.strings(name)[from];
          case INT32_LIST -> copy.intLists(name)[row] = block.intLists(name)[from];
          case FLOAT32_LIST -> copy.floatLists(name)[row] = block.floatLists(name)[from];
          default -> throw new AssertionError(column);
        }
        copy.nulls(name).set(row, block.nulls(name).get(from));
      }
    }
    return copy;
  }

  private static void notScored(Rows rows, int row) {
    for (Column column : rows.outcomes().columns()) {
      if (column.nullable()) {
        rows.outcomes().nulls(column.name()).set(row);
      }
    }
  }

  private static Rows sample(int count, long seed, boolean weighted) {
    Rows rows = ClassificationRows.random(count, CLASSES, seed, weighted, "site", "day");
    notScored(rows, 3);
    notScored(rows, count - 1);
    return rows;
  }

  private static Estimate estimate(Scorecard scorecard, Slice slice, String metric, String aspect) {
    return scorecard.estimates(0.95).stream()
        .filter(row -> row.slice().equals(slice))
        .map(ScoreRow::estimate)
        .filter(row -> row.metric().equals(metric) && row.aspect().equals(aspect))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyOrderAndAnyPartitioningGiveTheSameBytesAndEstimates(boolean weighted) throws IOException {
    Rows rows = sample(400, 1, weighted);
    Scorecard whole = scorecard(rows);
    for (long seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      List<Integer> order = new ArrayList<>(IntStream.range(0, 400).boxed().toList());
      Collections.shuffle(order, random);
      int cut = random.nextInt(400);
      int second = cut + random.nextInt(400 - cut);
      Scorecard merged = scorecard();
      merged.merge(read(bytes(scorecard(chosen(rows, order.subList(second, 400))))));
      merged.merge(
          scorecard(chosen(rows, order.subList(0, cut)), chosen(rows, order.subList(cut, second))));
      merged.merge(scorecard());
      assertThat(bytes(merged)).as("seed %d", seed).isEqualTo(bytes(whole));
      assertThat(merged.estimates(0.95)).isEqualTo(whole.estimates(0.95));
      assertThat(merged.counts()).isEqualTo(whole.counts());
    }
  }

  @Test
  void aSliceIsWhatItsExamplesGiveAlone() {
    Rows rows = sample(400, 2, true);
    List<Integer> inside =
        IntStream.range(0, 400)
            .filter(row -> "site1".equals(rows.examples().strings("slice_site")[row]))
            .boxed()
            .toList();
    Scorecard alone = scorecard(chosen(rows, inside));

    List<Estimate> ofSlice =
        scorecard(rows).estimates(0.9).stream()
            .filter(row -> row.slice().equals(new Slice("site", "site1")))
            .map(ScoreRow::estimate)
            .toList();

    assertThat(ofSlice)
        .isNotEmpty()
        .isEqualTo(
            alone.estimates(0.9).stream()
                .filter(row -> row.slice().equals(Slice.ALL))
                .map(ScoreRow::estimate)
                .toList());
  }

  @Test
  void examplesWithoutASliceValueAreInNoneOfItsSlices() {
    Scorecard scorecard = scorecard(sample(400, 3, false));
    assertThat(scorecard.counts().stream().map(SliceCounts::slice))
        .containsExactly(
            Slice.ALL,
            new Slice("day", "day0"),
            new Slice("day", "day1"),
            new Slice("day", "day2"),
            new Slice("site", "site0"),
            new Slice("site", "site1"),
            new Slice("site", "site2"));
    long inSites =
        scorecard.counts().stream()
            .filter(counts -> counts.slice().column().equals("site"))
            .mapToLong(SliceCounts::examples)
            .sum();
    assertThat(inSites).isBetween(200L, 399L);
  }

  @Test
  void examplesThatWereNotScoredAreCountedAndSeenByNoMetric() {
    Rows rows = sample(400, 4, false);
    Scorecard scorecard = scorecard(rows);
    assertThat(scorecard.counts().get(0)).isEqualTo(new SliceCounts(Slice.ALL, 400, 2));
    assertThat(estimate(scorecard, Slice.ALL, "accuracy", "").examples()).isEqualTo(398);
    assertThat(
            ConfusionCount.of(scorecard, Slice.ALL).stream()
                .mapToLong(ConfusionCount::examples)
                .sum())
        .isEqualTo(398);
  }

  @Test
  void theConfusionMatrixHasEachPairOfLabelAndPrediction() {
    Rows rows = ClassificationRows.random(300, CLASSES, 5, true, "site");
    long[][] counts = new long[CLASSES][CLASSES];
    double[][] weights = new double[CLASSES][CLASSES];
    for (int row = 0; row < 300; row++) {
      int label = rows.examples().ints("label")[row];
      int prediction = rows.outcomes().ints("prediction")[row];
      counts[label][prediction]++;
      weights[label][prediction] += rows.examples().doubles("weight")[row];
    }
    List<ConfusionCount> cells = ConfusionCount.of(scorecard(rows), Slice.ALL);
    assertThat(cells).hasSizeGreaterThan(CLASSES);
    for (ConfusionCount cell : cells) {
      assertThat(cell.examples()).isEqualTo(counts[cell.label()][cell.prediction()]);
      assertThat(cell.weight()).isCloseTo(weights[cell.label()][cell.prediction()], within(1e-9));
    }
  }

  @Test
  void proportionsHaveWilsonsIntervalAndSmoothNumbersTheJackknifes() {
    Scorecard scorecard = scorecard(sample(2_000, 6, false));
    assertThat(method(scorecard, "accuracy", "")).isEqualTo("wilson");
    assertThat(method(scorecard, "precision", "class=2")).isEqualTo("wilson");
    assertThat(method(scorecard, "f1", "macro")).isEqualTo("jackknife");
    assertThat(method(scorecard, "log-loss", "")).isEqualTo("jackknife");
    assertThat(
            estimate(scorecard, Slice.ALL, "expected-calibration-error", "").uncertainty().reason())
        .isEqualTo("biased upwards: a plain jackknife covers badly");
  }

  @Test
  void withWeightsOrClustersProportionsHaveTheJackknifesInterval() {
    assertThat(method(scorecard(sample(2_000, 6, true)), "accuracy", "")).isEqualTo("jackknife");
    Rows rows = sample(2_000, 6, false);
    Scorecard clustered =
        new Scorecard(METRICS, new MetricSettings(LabelMap.numbered(CLASSES), true));
    clustered.add(rows.examples(), rows.outcomes());
    assertThat(method(clustered, "accuracy", "")).isEqualTo("jackknife");
    assertThat(estimate(clustered, Slice.ALL, "accuracy", "").number())
        .isEqualTo(estimate(scorecard(rows), Slice.ALL, "accuracy", "").number());
  }

  private static String method(Scorecard scorecard, String metric, String aspect) {
    Interval interval = estimate(scorecard, Slice.ALL, metric, aspect).uncertainty().interval();
    assertThat(interval).as("%s %s", metric, aspect).isNotNull();
    return interval.method();
  }

  @Test
  void tooFewGroupsOrEventsHaveNoInterval() {
    Rows rows = ClassificationRows.random(2_000, CLASSES, 7, false);
    for (int row = 0; row < 2_000; row++) {
      rows.examples().ints("group")[row] = row % 19;
    }
    assertThat(estimate(scorecard(rows), Slice.ALL, "log-loss", "").uncertainty().reason())
        .isEqualTo("too few: 19 groups with examples, at least 20 are needed");

    Rows right = ClassificationRows.random(2_000, CLASSES, 7, false);
    for (int row = 4; row < 2_000; row++) {
      right.outcomes().ints("prediction")[row] = right.examples().ints("label")[row];
    }
    for (int row = 0; row < 4; row++) {
      right.outcomes().ints("prediction")[row] = (right.examples().ints("label")[row] + 1) % 4;
    }
    assertThat(
            estimate(scorecard(right), Slice.ALL, "matthews-correlation", "")
                .uncertainty()
                .reason())
        .isEqualTo("too few: 4 events on one side, at least 5 are needed");
  }

  @Test
  void theJackknifeIsThatOfTheGroupsLeftOutOneByOne() {
    Rows rows = ClassificationRows.random(1_000, CLASSES, 8, false);
    double[] without = new double[100];
    for (int group = 0; group < 100; group++) {
      int out = group;
      List<Integer> others =
          IntStream.range(0, 1_000).filter(row -> row % 100 != out).boxed().toList();
      without[group] =
          estimate(scorecard(chosen(rows, others)), Slice.ALL, "cohen-kappa", "").number();
    }
    Estimate kappa = estimate(scorecard(rows), Slice.ALL, "cohen-kappa", "");
    assertThat(kappa.uncertainty()).isEqualTo(Jackknife.interval(kappa.number(), without, 0.95));
  }

  @Test
  void rowsOfOtherExamplesAreRefused() {
    Rows rows = ClassificationRows.random(10, CLASSES, 9, false);
    rows.outcomes().longs("ordinal")[7] = 70;
    assertThatThrownBy(() -> scorecard(rows))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot pair examples with outcomes: row 7 is example 7 among the one and 70 among the other");
    Rows shorter = chosen(ClassificationRows.random(10, CLASSES, 9, false), List.of(0, 1));
    assertThatThrownBy(() -> scorecard(new Rows(rows.examples(), shorter.outcomes())))
        .hasMessage("Cannot pair 10 examples with 2 outcomes");
  }

  @Test
  void aLabelOutsideTheClassesIsRefused() {
    Rows rows = ClassificationRows.random(10, CLASSES, 9, false);
    rows.examples().ints("label")[2] = 4;
    assertThatThrownBy(() -> scorecard(rows))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot score example 2 of class 4, taken for class ");
  }

  @Test
  void aMetricWithoutItsColumnIsUndefinedAndSaysSo() {
    Rows rows = ClassificationRows.random(100, CLASSES, 10, false);
    List<Column> fewer =
        rows.outcomes().columns().stream()
            .filter(column -> !column.name().equals("sum_squares"))
            .toList();
    Rows without = new Rows(rows.examples(), new RowBlock(fewer, 100));
    System.arraycopy(
        rows.outcomes().longs("ordinal"), 0, without.outcomes().longs("ordinal"), 0, 100);
    Scorecard scorecard = scorecard(without);
    assertThat(estimate(scorecard, Slice.ALL, "brier", "").undefined())
        .isEqualTo("not stored in the outcomes: column 'sum_squares'");
    assertThat(estimate(scorecard, Slice.ALL, "accuracy", "").number()).isNotNull();
  }

  @Test
  void aSliceColumnOfTooManyValuesIsRefused() {
    Rows rows = ClassificationRows.random(1_001, CLASSES, 11, false, "site");
    for (int row = 0; row < 1_001; row++) {
      rows.examples().strings("slice_site")[row] = "site " + row;
    }
    assertThatThrownBy(() -> scorecard(rows))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The slice column 'site' has more than 1000 values: expected few, each with many examples");
  }

  @Test
  void withoutExamplesAllIsUndefined() {
    assertThat(scorecard().estimates(0.95))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.estimate().undefined()).isNotBlank())
        .allSatisfy(row -> assertThat(row.estimate().uncertainty().reason()).isNotBlank());
  }

  @Test
  void bytesOfAnotherVersionOrOfOtherMetricsAreRefused() {
    byte[] written = bytes(scorecard(sample(100, 12, false)));
    assertThatThrownBy(
            () ->
                Scorecard.read(
                    Metrics.of(ClassificationTask.NAME, List.of("accuracy")),
                    SETTINGS,
                    new DataInputStream(new ByteArrayInputStream(written))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot read a scorecard of [");
    written[0]++;
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read a scorecard of version 4: expected 3");
  }

  @Test
  void anUnknownMetricIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Metrics.of(ClassificationTask.NAME, List.of("acuracy")))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Unknown metric: 'acuracy'. Known: accuracy, average-precision, ");
  }

  @Test
  void metricsOfTheConfusionMatrixShareOneState() {
    List<String> kinds =
        METRICS.stream()
            .filter(metric -> metric.appliesTo(SETTINGS))
            .map(metric -> metric.kind(SETTINGS).id())
            .distinct()
            .sorted()
            .toList();
    assertThat(kinds)
        .containsExactly(
            "brier",
            "calibration-10",
            "confidence-bins",
            "confusion-margins",
            "label-rank",
            "log-loss",
            "score-bins");
  }
}
