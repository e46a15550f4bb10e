package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Tango;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Two classes. The first model sees {@code x}, normal around the class (0 or 1; 1 in 40 % of the
 * examples) with variance 1, and says {@code 1 / (1 + exp(-(x - cut)))}; the second one sees {@code
 * x} with noise of its own. With clusters, {@code x} has in addition a part that a cluster's
 * examples share. The truth is worked out from the densities.
 *
 * @param metrics of the first model
 * @param noise standard deviation of the second model's noise
 */
record ClassificationPopulation(List<String> metrics, int clusters, double noise)
    implements SimulatedPopulation {
  static final List<String> METRICS =
      List.of(
          "accuracy",
          "average-precision",
          "binary-balanced-accuracy",
          "binary-f-beta",
          "binary-f1",
          "binary-matthews-correlation",
          "binary-precision",
          "binary-recall",
          "brier",
          "debiased-calibration-error",
          "equal-mass-calibration-error",
          "expected-calibration-error",
          "f1",
          "log-loss",
          "maximum-calibration-error",
          "precision-at-recall",
          "recall-at-precision",
          "risk-coverage-area",
          "roc-auc",
          "specificity");

  static final double POSITIVE = 0.4;
  static final double CUT = 0.5 - Math.log(POSITIVE / (1 - POSITIVE));
  private static final double SHARED = 0.5;
  private static final String ACCURACIES = "accuracy  (difference)";

  @Override
  public String task() {
    return ClassificationTask.NAME;
  }

  @Override
  public MetricSettings settings() {
    return new MetricSettings(LabelMap.numbered(2), clusters > 0);
  }

  @Override
  public List<String> paired() {
    return List.of("accuracy", "f1", "log-loss", "roc-auc");
  }

  @Override
  public SimulatedData draw(SplittableRandom random, int examples) {
    int[] labels = new int[examples];
    double[][] seen = new double[2][examples];
    int[] groups = new int[examples];
    Clusters drawn = new Clusters(random, clusters, 1);
    for (int row = 0; row < examples; row++) {
      int cluster = drawn.next(random);
      groups[row] = drawn.group(cluster, random);
      labels[row] = random.nextDouble() < POSITIVE ? 1 : 0;
      seen[0][row] = labels[row] + SHARED * drawn.shared(cluster, 0) + random.nextGaussian();
      seen[1][row] = seen[0][row] + noise * random.nextGaussian();
    }
    RowBlock rows = ClassificationRows.examples(labels);
    System.arraycopy(groups, 0, rows.ints(ExampleColumns.GROUP.name()), 0, examples);
    return new SimulatedData(
        rows, outcomes(rows, labels, seen[0]), outcomes(rows, labels, seen[1]));
  }

  static double probability(double x) {
    return 1 / (1 + Math.exp(CUT - x));
  }

  private static RowBlock outcomes(RowBlock examples, int[] labels, double[] seen) {
    RowBlock outcomes =
        new RowBlock(
            new ClassificationTask()
                .outcomeColumns(ClassificationRows.settings(2, OutputKind.PROBABILITIES)),
            labels.length);
    for (int row = 0; row < labels.length; row++) {
      double positive = probability(seen[row]);
      double own = labels[row] == 1 ? positive : 1 - positive;
      outcomes.longs("ordinal")[row] = examples.longs("ordinal")[row];
      outcomes.ints("prediction")[row] = positive > 0.5 ? 1 : 0;
      outcomes.doubles("confidence")[row] = Math.max(positive, 1 - positive);
      outcomes.doubles("sum_squares")[row] = positive * positive + (1 - positive) * (1 - positive);
      outcomes.doubles("label_log_probability")[row] = Math.log(own);
      outcomes.floatLists("scores")[row] = new float[] {(float) (1 - positive), (float) positive};
    }
    return outcomes;
  }

  /** Tango's interval beside the jackknife's. */
  @Override
  public void addOthers(
      SimulatedData data,
      double confidence,
      Map<String, Double> truth,
      Map<String, Coverage> coverages) {
    if (clusters == 0) {
      coverages
          .computeIfAbsent("accuracy  (difference, Tango)", key -> new Coverage())
          .add(truth.get(ACCURACIES), Tango.interval(discordant(data), confidence));
    }
  }

  private static DiscordantPairs discordant(SimulatedData data) {
    int[] labels = data.examples().ints("label");
    int[] one = data.one().ints("prediction");
    int[] other = data.other().ints("prediction");
    long first = count(labels, one, other);
    return new DiscordantPairs(first, count(labels, other, one), labels.length);
  }

  private static long count(int[] labels, int[] right, int[] wrong) {
    return IntStream.range(0, labels.length)
        .filter(row -> right[row] == labels[row] && wrong[row] != labels[row])
        .count();
  }

  @Override
  public Map<String, Double> truth() {
    double variance = 1 + (clusters > 0 ? SHARED * SHARED : 0);
    Map<String, Double> truth = new TreeMap<>();
    new ClassificationTruth(variance).putInto(truth);
    Map<String, Double> other = new TreeMap<>();
    new ClassificationTruth(variance + noise * noise).putInto(other);
    for (String metric : paired()) {
      for (String key : List.copyOf(truth.keySet())) {
        if (key.startsWith(metric + " ")) {
          truth.put(key + CoverageSimulation.DIFFERENCE, truth.get(key) - other.get(key));
        }
      }
    }
    return truth;
  }
}
