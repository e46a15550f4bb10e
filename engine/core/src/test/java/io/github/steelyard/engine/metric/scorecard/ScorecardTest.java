package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.classification.confusion.ConfusionCount;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scorecard counts, whatever the order of its rows. */
class ScorecardTest extends ScorecardSamples {
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
