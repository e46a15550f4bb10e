package io.github.steelyard.engine.metric.multilabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelCountsTest {
  private static Scorecard scorecard(Rows rows, int labels, boolean clustered) {
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(MultilabelTask.NAME),
            new MetricSettings(LabelMap.numbered(labels), clustered));
    scorecard.add(rows.examples(), rows.outcomes());
    return scorecard;
  }

  private static Map<String, Estimate> estimates(Scorecard scorecard) {
    Map<String, Estimate> estimates = new TreeMap<>();
    scorecard
        .estimates(0.95)
        .forEach(
            row ->
                estimates.put(
                    row.estimate().metric() + " " + row.estimate().aspect(), row.estimate()));
    return estimates;
  }

  private static String method(Map<String, Estimate> estimates, String key) {
    Interval interval = estimates.get(key).uncertainty().interval();
    return interval == null ? "none" : interval.method();
  }

  @Test
  void wilsonIsForSharesOfIndependentExamplesThatCountOnceEach() {
    Rows plain = MultilabelRows.random(3_000, 4, 5, false);
    Map<String, Estimate> estimates = estimates(scorecard(plain, 4, false));
    for (String key : new String[] {"subset-accuracy ", "precision label=0", "recall label=1"}) {
      assertThat(method(estimates, key)).as(key).isEqualTo("wilson");
      assertThat(method(estimates(scorecard(plain, 4, true)), key)).isEqualTo("jackknife");
      Rows weighted = MultilabelRows.random(3_000, 4, 5, true);
      assertThat(method(estimates(scorecard(weighted, 4, false)), key)).isEqualTo("jackknife");
    }
    for (String key : new String[] {"hamming-loss ", "precision micro", "recall samples"}) {
      assertThat(method(estimates, key)).as(key).isEqualTo("jackknife");
    }
  }

  @Test
  void anExampleThatCouldNotBeScoredIsCountedAndInNoMetric() {
    RowBlock examples = MultilabelRows.examples(new int[][] {{0}, {1}, {0, 1}});
    float[][] scores = {{1, 0}, {Float.NaN, 1}, {1, 1}};
    RowBlock outcomes = MultilabelRows.outcomes(examples, scores, OutputKind.PROBABILITIES);
    Scorecard scorecard = scorecard(new Rows(examples, outcomes), 2, false);

    SliceCounts counts = scorecard.counts().get(0);
    assertThat(counts.examples()).isEqualTo(3);
    assertThat(counts.notScored()).isEqualTo(1);
    Estimate exact = estimates(scorecard).get("subset-accuracy ");
    assertThat(exact.number()).isEqualTo(1);
    assertThat(exact.examples()).isEqualTo(2);
  }

  @Test
  void aLabelBeyondTheLabelMapIsRefused() {
    RowBlock examples = MultilabelRows.examples(new int[][] {{0, 3}});
    RowBlock outcomes =
        MultilabelRows.outcomes(examples, new float[][] {{1, 0, 0, 1}}, OutputKind.PROBABILITIES);
    assertThatThrownBy(() -> scorecard(new Rows(examples, outcomes), 2, false))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Cannot score example 0 with a label 0 to 3: there are 2 labels");
  }
}
