package io.github.steelyard.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.task.ClassificationTask;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
    Interval interval = Objects.requireNonNull(loss.uncertainty().interval());
    assertThat(interval.upper() - interval.lower()).isZero();
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
