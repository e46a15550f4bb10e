package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many rows a second does one thread score, and how long do all intervals of a slice take? Sets
 * of metrics are measured in turn, by the thread's own CPU time; medians of several rounds. {@code
 * scripts/interval-coverage.sh} shows how a class of the tests is run; the first argument is the
 * number of classes (10 by default), the second one the rounds.
 */
public final class ScorecardBenchmark {
  private static final int ROWS = 8_192;
  private static final int BLOCKS = 60;
  private static final List<String> COUNTS =
      List.of(
          "accuracy",
          "balanced-accuracy",
          "brier",
          "cohen-kappa",
          "expected-calibration-error",
          "f1",
          "log-loss",
          "matthews-correlation",
          "precision",
          "recall",
          "top-k-accuracy");
  private static final List<String> TEN =
      List.of(
          "accuracy",
          "average-precision",
          "brier",
          "cohen-kappa",
          "expected-calibration-error",
          "f1",
          "log-loss",
          "precision",
          "recall",
          "roc-auc");

  private ScorecardBenchmark() {}

  /** Prints one line for each set of metrics. */
  public static void main(String... arguments) {
    int classes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    Rows rows = ClassificationRows.random(ROWS, classes, 1, false);
    SplittableRandom random = new SplittableRandom(2);
    for (int row = 0; row < ROWS; row++) {
      rows.examples().ints("group")[row] = random.nextInt(100);
    }
    List<List<Metric>> sets =
        List.of(
            Metrics.of(ClassificationTask.NAME, COUNTS),
            Metrics.of(ClassificationTask.NAME, TEN),
            Metrics.of(ClassificationTask.NAME));
    double[][] rate = new double[sets.size()][rounds];
    double[][] seconds = new double[sets.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < sets.size(); i++) {
        Scorecard scorecard =
            new Scorecard(sets.get(i), MetricSettings.of(LabelMap.numbered(classes)));
        long start = cpuNanos();
        for (int block = 0; block < BLOCKS; block++) {
          scorecard.add(rows.examples(), rows.outcomes());
        }
        long added = cpuNanos();
        int values = scorecard.estimates(0.95).size();
        rate[i][round] = values > 0 ? ROWS * (double) BLOCKS / (added - start) * 1e3 : 0;
        seconds[i][round] = (cpuNanos() - added) / 1e9;
      }
    }
    for (int i = 0; i < sets.size(); i++) {
      System.out.printf(
          "%d classes, %d metrics: %.2f million rows a CPU second, intervals of a slice %.3f s%n",
          classes, sets.get(i).size(), median(rate[i]), median(seconds[i]));
    }
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
