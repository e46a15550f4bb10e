package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceContrast;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceContrastTest {
  private static final List<Metric> METRICS = Metrics.of(ClassificationTask.NAME);
  private static final LabelMap CLASSES = LabelMap.numbered(2);

  /** 120 examples of class 0 in the slices a, b and c; of each the first so many are right. */
  private static Rows counted(int a, int b, int c) {
    RowBlock examples = ClassificationRows.examples(new int[120], "place");
    float[][] logits = new float[120][];
    int[] right = {a, b, c};
    for (int row = 0; row < 120; row++) {
      examples.strings("slice_place")[row] = List.of("a", "b", "c").get(row % 3);
      logits[row] = row / 3 < right[row % 3] ? new float[] {1, 0} : new float[] {0, 1};
    }
    return new Rows(
        examples,
        ClassificationRows.outcomes(
            examples, logits, ClassificationRows.settings(2, OutputKind.LOGITS)));
  }

  private static List<SliceContrast> contrasts(Rows rows, boolean clustered, int fewest) {
    Scorecard card = new Scorecard(METRICS, new MetricSettings(CLASSES, clustered));
    card.add(rows.examples(), rows.outcomes());
    return card.contrasts(card.estimates(0.95), 0.95, fewest);
  }

  private static SliceContrast find(List<SliceContrast> contrasts, String value, String metric) {
    return contrasts.stream()
        .filter(one -> one.slice().value().equals(value) && one.metric().equals(metric))
        .filter(one -> one.aspect().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The figures are those of scripts/oracles/slices_and_domains.py. */
  @Test
  void accuraciesOfIndependentExamplesHaveNewcombesIntervalAndAdjustedPValues() {
    List<SliceContrast> contrasts = contrasts(counted(30, 20, 35), false, 20);

    check(contrasts, "a", 0.0625, -0.11460423737573558, 0.21545184712429166, 0.48914437399756205);
    check(contrasts, "b", -0.3125, -0.476415116328512, -0.13439080306917497, 0.0017526476089692962);
    check(contrasts, "c", 0.25, 0.08223709055791009, 0.3801918010851876, 0.00523810134079872);
    SliceContrast b = find(contrasts, "b", "accuracy");
    assertThat(b.value()).isEqualTo(0.5);
    assertThat(b.rest()).isEqualTo(65 / 80.0);
    assertThat(b.examples()).isEqualTo(40);
    assertThat(b.restExamples()).isEqualTo(80);
  }

  private static void check(
      List<SliceContrast> contrasts,
      String value,
      double difference,
      double lower,
      double upper,
      double pValue) {
    SliceContrast contrast = find(contrasts, value, "accuracy");
    Interval interval = Objects.requireNonNull(contrast.uncertainty().interval());
    assertThat(contrast.difference()).isCloseTo(difference, within(1e-12));
    assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    assertThat(contrast.adjustedPValue()).isCloseTo(pValue, within(1e-9));
  }

  @Test
  void clustersThatReachOverSlicesAreLeftOutOfBothSidesAtOnce() {
    Rows rows = ClassificationRows.random(900, 2, 11, false, "place");
    String[] places = rows.examples().strings("slice_place");
    SliceContrast contrast = find(contrasts(rows, true, 20), "place1", "accuracy");

    IntPredicate inside = row -> "place1".equals(places[row]);
    IntPredicate outside = row -> places[row] != null && !inside.test(row);
    double[] without =
        IntStream.range(0, 100)
            .mapToDouble(
                group ->
                    accuracy(rows, inside.and(row -> row % 100 != group))
                        - accuracy(rows, outside.and(row -> row % 100 != group)))
            .toArray();
    double difference = accuracy(rows, inside) - accuracy(rows, outside);
    Interval expected =
        Objects.requireNonNull(Jackknife.interval(difference, without, 0.95).interval());
    Interval found = Objects.requireNonNull(contrast.uncertainty().interval());
    assertThat(contrast.difference()).isCloseTo(difference, within(1e-12));
    assertThat(found.method()).isEqualTo(Jackknife.METHOD);
    assertThat(found.lower()).isCloseTo(expected.lower(), within(1e-12));
    assertThat(found.upper()).isCloseTo(expected.upper(), within(1e-12));
  }

  /** The share of right ones among the rows that were scored. */
  private static double accuracy(Rows rows, IntPredicate chosen) {
    int[] labels = rows.examples().ints("label");
    int[] predictions = rows.outcomes().ints("prediction");
    return IntStream.range(0, labels.length)
        .filter(chosen)
        .filter(row -> !rows.outcomes().nulls("prediction").get(row))
        .mapToDouble(row -> labels[row] == predictions[row] ? 1 : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void tooFewExamplesOnEitherSideGiveNoDifferenceButTheirNumber() {
    SliceContrast small = find(contrasts(counted(30, 20, 35), false, 41), "a", "accuracy");
    assertThat(small.difference()).isNull();
    assertThat(small.undefined()).isEqualTo("fewer than 41 examples");
    assertThat(small.examples()).isEqualTo(40);

    Rows alone = counted(30, 20, 35);
    for (int row = 0; row < 110; row++) {
      alone.examples().strings("slice_place")[row] = "a";
    }
    assertThat(find(contrasts(alone, false, 20), "a", "accuracy").undefined())
        .isEqualTo("fewer than 20 examples in the rest of the column");
  }

  @Test
  void everyMetricOfEverySliceHasItsRowButHowFarBinningMayBeOff() {
    List<SliceContrast> contrasts = contrasts(counted(30, 20, 35), false, 20);
    assertThat(contrasts).noneMatch(one -> one.aspect().equals(Value.ERROR_BOUND));
    assertThat(contrasts).noneMatch(one -> one.slice().equals(Slice.ALL));
    assertThat(find(contrasts, "a", "expected-calibration-error").uncertainty().reason())
        .isEqualTo("biased upwards: a plain jackknife covers badly");
    assertThat(find(contrasts, "a", "expected-calibration-error").adjustedPValue()).isNull();
    assertThat(contrasts).allMatch(one -> (one.difference() == null) == (one.undefined() != null));
  }

  @Test
  void aSliceOfTooFewExamplesLosesItsValuesAndTheWholeKeepsThem() {
    Scorecard card = new Scorecard(METRICS, MetricSettings.of(CLASSES));
    Rows rows = counted(30, 20, 35);
    card.add(rows.examples(), rows.outcomes());
    List<Estimate> slices =
        card.estimates(0.95).stream()
            .map(row -> row.unlessFewer(41))
            .filter(row -> !row.slice().equals(Slice.ALL))
            .map(ScoreRow::estimate)
            .toList();
    assertThat(slices)
        .isNotEmpty()
        .allMatch(one -> "fewer than 41 examples".equals(one.undefined()) && one.number() == null)
        .allMatch(one -> one.examples() == 40);
    assertThat(card.estimates(0.95).stream().filter(row -> row.slice().equals(Slice.ALL)))
        .allMatch(row -> row.unlessFewer(1_000).equals(row));
    assertThat(card.estimates(0.95)).allMatch(row -> row.unlessFewer(40).equals(row));
  }
}
