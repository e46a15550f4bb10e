package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which interval a value of a scorecard has, or why it has none. */
class ScorecardIntervalsTest extends ScorecardSamples {
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
}
