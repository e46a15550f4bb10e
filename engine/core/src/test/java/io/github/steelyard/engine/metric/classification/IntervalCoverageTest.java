package io.github.steelyard.engine.metric.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals hold the true value, over simulated data sets whose truth is known. */
class IntervalCoverageTest {
  private static final long SEED = 20240711;
  private static final int DATA_SETS = 1_000;
  private static final int EXAMPLES = 1_000;

  /** Joint probabilities of label (row) and prediction (column). */
  private static final double[][] TRUTH = {{0.30, 0.05, 0.02}, {0.08, 0.25, 0.05}, {0, 0.05, 0.20}};

  private static final List<String> METRICS =
      List.of("accuracy", "f1", "matthews-correlation", "balanced-accuracy", "log-loss");

  @Test
  void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, Double> truth = truth();
    Map<String, Integer> held = new TreeMap<>();
    for (int i = 0; i < DATA_SETS; i++) {
      for (ScoreRow row : drawn(random).estimates(0.95)) {
        Estimate estimate = row.estimate();
        Interval interval = estimate.uncertainty().interval();
        Double value = truth.get(estimate.metric() + " " + estimate.aspect());
        if (interval != null && value != null) {
          boolean inside = interval.lower() <= value && value <= interval.upper();
          held.merge(estimate.metric() + " " + estimate.aspect(), inside ? 1 : 0, Integer::sum);
        }
      }
    }
    assertThat(held.keySet()).isEqualTo(truth.keySet());
    // The standard error of a share of 1,000 around 95 % is 0.7 %.
    held.forEach(
        (name, count) ->
            assertThat(count / (double) DATA_SETS)
                .as("coverage of %s, seed %d", name, SEED)
                .isBetween(0.93, 0.97));
  }

  private static Scorecard drawn(SplittableRandom random) {
    int[] labels = new int[EXAMPLES];
    int[] predictions = new int[EXAMPLES];
    double[] logs = new double[EXAMPLES];
    for (int row = 0; row < EXAMPLES; row++) {
      int cell = cell(random.nextDouble());
      labels[row] = cell / 3;
      predictions[row] = cell % 3;
      logs[row] = Math.log(1 - random.nextDouble());
    }
    RowBlock examples = ClassificationRows.examples(labels);
    for (int row = 0; row < EXAMPLES; row++) {
      examples.ints("group")[row] = random.nextInt(100);
    }
    RowBlock outcomes =
        new RowBlock(
            new ClassificationTask()
                .outcomeColumns(ClassificationRows.settings(3, OutputKind.PROBABILITIES)),
            EXAMPLES);
    System.arraycopy(examples.longs("ordinal"), 0, outcomes.longs("ordinal"), 0, EXAMPLES);
    System.arraycopy(predictions, 0, outcomes.ints("prediction"), 0, EXAMPLES);
    System.arraycopy(logs, 0, outcomes.doubles("label_log_probability"), 0, EXAMPLES);
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(ClassificationTask.NAME, METRICS), MetricSettings.of(LabelMap.numbered(3)));
    scorecard.add(examples, outcomes);
    return scorecard;
  }

  private static int cell(double uniform) {
    double sum = 0;
    for (int cell = 0; cell < 9; cell++) {
      sum += TRUTH[cell / 3][cell % 3];
      if (uniform < sum) {
        return cell;
      }
    }
    return 8;
  }

  /** The metrics of the joint probabilities themselves. */
  private static Map<String, Double> truth() {
    double[] labels = Arrays.stream(TRUTH).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] predictions = new double[3];
    double accuracy = 0;
    for (int i = 0; i < 3; i++) {
      accuracy += TRUTH[i][i];
      for (int j = 0; j < 3; j++) {
        predictions[j] += TRUTH[i][j];
      }
    }
    Map<String, Double> truth = new TreeMap<>();
    double macro = 0;
    double weighted = 0;
    double balanced = 0;
    double chance = 0;
    double labelSpread = 1;
    double predictionSpread = 1;
    for (int i = 0; i < 3; i++) {
      double f1 = 2 * TRUTH[i][i] / (labels[i] + predictions[i]);
      truth.put("f1 class=" + i, f1);
      macro += f1 / 3;
      weighted += f1 * labels[i];
      balanced += TRUTH[i][i] / labels[i] / 3;
      chance += labels[i] * predictions[i];
      labelSpread -= labels[i] * labels[i];
      predictionSpread -= predictions[i] * predictions[i];
    }
    truth.put("accuracy ", accuracy);
    truth.put("f1 macro", macro);
    truth.put("f1 micro", accuracy);
    truth.put("f1 weighted", weighted);
    truth.put("balanced-accuracy ", balanced);
    truth.put(
        "matthews-correlation ", (accuracy - chance) / Math.sqrt(labelSpread * predictionSpread));
    // -ln of a uniform number is exponential with mean 1.
    truth.put("log-loss ", 1.0);
    return truth;
  }
}
