package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.GroupedValues;
import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.McNemar;
import io.github.steelyard.engine.statistics.Tango;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  private static final List<Metric> METRICS = Metrics.of(ClassificationTask.NAME);
  private static final MetricSettings SETTINGS = MetricSettings.of(LabelMap.numbered(2));
  private static final int EXAMPLES = 1_000;

  private static Scorecard scorecard(Rows rows) {
    Scorecard scorecard = new Scorecard(METRICS, SETTINGS);
    scorecard.add(rows.examples(), rows.outcomes());
    return scorecard;
  }

  private static Rows rows(long seed) {
    return ClassificationRows.random(EXAMPLES, 2, seed, false);
  }

  /** Another model on the examples of the first one. */
  private static Rows ofOtherModel(Rows one, long seed) {
    Rows other = rows(seed);
    System.arraycopy(one.examples().ints("label"), 0, other.examples().ints("label"), 0, EXAMPLES);
    return other;
  }

  private static Estimate find(List<ScoreRow> rows, String metric) {
    return rows.stream()
        .filter(row -> row.slice().equals(Slice.ALL))
        .map(ScoreRow::estimate)
        .filter(estimate -> estimate.metric().equals(metric) && estimate.aspect().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The accuracy without each group in turn, counted here. */
  private static double[] accuracyWithoutGroup(Rows rows) {
    int[] labels = rows.examples().ints("label");
    int[] predictions = rows.outcomes().ints("prediction");
    return IntStream.range(0, 100)
        .mapToDouble(
            out ->
                IntStream.range(0, EXAMPLES)
                    .filter(row -> row % 100 != out)
                    .mapToDouble(row -> labels[row] == predictions[row] ? 1 : 0)
                    .average()
                    .orElseThrow())
        .toArray();
  }

  @Test
  void theIntervalIsTheJackknifeOfTheDifference() {
    Rows one = rows(1);
    Rows other = ofOtherModel(one, 2);
    Scorecard first = scorecard(one);
    Scorecard second = scorecard(other);

    Estimate accuracy = find(first.differences(second, 0.9), "accuracy");

    double a = find(first.estimates(0.9), "accuracy").number();
    double b = find(second.estimates(0.9), "accuracy").number();
    assertThat(accuracy.number()).isEqualTo(a - b);
    assertThat(accuracy.uncertainty())
        .isEqualTo(
            Jackknife.ofDifference(
                a, accuracyWithoutGroup(one), b, accuracyWithoutGroup(other), 0.9));
  }

  @Test
  void everyMetricHasADifferenceOfWhichWhatHasNoIntervalHasNone() {
    Rows one = rows(3);
    Scorecard first = scorecard(one);
    Scorecard second = scorecard(ofOtherModel(one, 4));
    List<ScoreRow> differences = first.differences(second, 0.95);

    assertThat(differences.stream().map(row -> row.slice() + row.estimate().metric()).toList())
        .isEqualTo(
            first.estimates(0.95).stream()
                .map(row -> row.slice() + row.estimate().metric())
                .toList());
    assertThat(find(differences, "expected-calibration-error").uncertainty().reason())
        .isEqualTo("biased upwards: a plain jackknife covers badly");
    assertThat(find(differences, "roc-auc").uncertainty().interval()).isNotNull();
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    Scorecard scorecard = scorecard(rows(5));
    Estimate loss = find(scorecard.differences(scorecard(rows(5)), 0.95), "log-loss");
    assertThat(loss.number()).isZero();
    assertThat(loss.uncertainty().reason())
        .isEqualTo("both values are the same without any of the groups");
  }

  @Test
  void aDifferenceThatAHandfulOfGroupsCarryHasNoInterval() {
    Rows one = rows(8);
    Rows other = rows(8);
    int[] labels = one.examples().ints("label");
    for (int row = 0; row < 3; row++) {
      one.outcomes().ints("prediction")[row] = labels[row];
      other.outcomes().ints("prediction")[row] = 1 - labels[row];
    }
    PairedDifference f1 = paired(one, other, "f1", "macro");
    assertThat(f1.uncertainty().reason())
        .isEqualTo("too few: about 3.0 groups carry the difference, at least 5 are needed");
    assertThat(f1.pValue()).isNull();
    assertThat(f1.standardError()).isNull();
  }

  @Test
  void thePValueIsThatOfStudentsTOfTheJackknife() {
    Rows one = rows(9);
    Rows other = ofOtherModel(one, 10);
    double[] without = accuracyWithoutGroup(one);
    double[] theirs = accuracyWithoutGroup(other);
    Arrays.setAll(without, group -> without[group] - theirs[group]);

    PairedDifference accuracy = paired(one, other, "accuracy", "");

    double error = Jackknife.standardError(without);
    double t = Math.abs(accuracy.difference()) / error;
    assertThat(accuracy.standardError()).isCloseTo(error, within(1e-12));
    assertThat(accuracy.pValue())
        .isCloseTo(2 * new TDistribution(99).cumulativeProbability(-t), within(1e-9));
    assertThat(accuracy.proportion()).isTrue();
  }

  @Test
  void hitsThatWereCountedDecideSharesOfIndependentExamplesAlone() {
    Rows one = rows(11);
    Rows other = ofOtherModel(one, 12);
    DiscordantPairs pairs = new DiscordantPairs(40, 21, EXAMPLES);

    PairedDifference accuracy = paired(one, other, "accuracy", "").counted(pairs, 0.9);
    assertThat(accuracy.uncertainty().interval()).isEqualTo(Tango.interval(pairs, 0.9));
    assertThat(accuracy.pValue()).isEqualTo(McNemar.midP(pairs));
    assertThat(accuracy.exactPValue()).isEqualTo(McNemar.exact(pairs));

    PairedDifference loss = paired(one, other, "log-loss", "");
    PairedDifference told = loss.counted(pairs, 0.9);
    assertThat(told.uncertainty()).isEqualTo(loss.uncertainty());
    assertThat(told.pValue()).isEqualTo(loss.pValue());
    assertThat(told.exactPValue()).isNull();
    assertThat(told.discordant()).isEqualTo(pairs);
  }

  @Test
  void hitsOfClustersAreToldAndDecideNothing() {
    MetricSettings clustered = new MetricSettings(LabelMap.numbered(2), true);
    GroupedValues[] values = new GroupedValues[2];
    Rows one = rows(14);
    Rows other = ofOtherModel(one, 15);
    for (int model = 0; model < 2; model++) {
      Scorecard card = new Scorecard(METRICS, clustered);
      Rows rows = model == 0 ? one : other;
      card.add(rows.examples(), rows.outcomes());
      values[model] = card.grouped(List.of(Slice.ALL));
    }
    PairedDifference accuracy =
        values[0].differences(values[1], Slice.ALL, 0.95).stream()
            .filter(found -> found.metric().equals("accuracy"))
            .findFirst()
            .orElseThrow();
    PairedDifference told = accuracy.counted(new DiscordantPairs(9, 2, EXAMPLES), 0.95);
    assertThat(told.uncertainty()).isEqualTo(accuracy.uncertainty());
    assertThat(told.pValue()).isEqualTo(accuracy.pValue()).isNotNull();
    assertThat(told.exactPValue()).isNull();
  }

  @Test
  void aSliceThatWasNotChosenIsNotPaired() {
    GroupedValues all = scorecard(rows(13)).grouped(List.of(Slice.ALL));
    assertThatThrownBy(() -> all.differences(all, new Slice("color", "red"), 0.95))
        .hasMessage("Cannot pair two models whose columns or slices differ");
  }

  private static PairedDifference paired(Rows one, Rows other, String metric, String aspect) {
    List<Slice> all = List.of(Slice.ALL);
    return scorecard(one)
        .grouped(all)
        .differences(scorecard(other).grouped(all), Slice.ALL, 0.95)
        .stream()
        .filter(found -> found.metric().equals(metric) && found.aspect().equals(aspect))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void modelsThatScoredOtherExamplesAreNotPaired() {
    Rows one = rows(6);
    Rows fewer = ofOtherModel(one, 7);
    for (String column : List.of("prediction", "confidence", "margin", "entropy")) {
      fewer.outcomes().nulls(column).set(17);
    }
    for (String column :
        List.of("log_sum_exp", "sum_squares", "label_log_probability", "label_rank")) {
      fewer.outcomes().nulls(column).set(17);
    }
    assertThatThrownBy(() -> scorecard(one).differences(scorecard(fewer), 0.95))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(
            "Cannot pair the slice '' of '': 1000 of 1000 examples were scored in the one and 999");
  }
}
