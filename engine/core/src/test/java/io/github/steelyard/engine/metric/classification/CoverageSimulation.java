package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Estimate;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.ScoreRow;
import io.github.steelyard.engine.metric.Scorecard;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Tango;
import io.github.steelyard.engine.task.ClassificationTask;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often intervals hold the true value, over simulated data sets of two models whose truth is
 * known. The first model sees {@code x}, normal around the class (0 or 1; 1 in 40 % of the
 * examples) with variance 1, and says {@code 1 / (1 + exp(-(x - cut)))}; the second one sees {@code
 * x} with noise of its own. With clusters, {@code x} has in addition a part that a cluster's
 * examples share.
 *
 * @param metrics of the first model; those of the difference are always the same few
 * @param clusters 0 for independent examples
 * @param noise standard deviation of the second model's noise
 */
record CoverageSimulation(
    List<String> metrics, int examples, int clusters, double noise, double confidence) {
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
  private static final List<String> PAIRED = List.of("accuracy", "f1", "log-loss", "roc-auc");

  private static final double POSITIVE = 0.4;
  private static final double CUT = 0.5 - Math.log(POSITIVE / (1 - POSITIVE));
  private static final double SHARED = 0.5;

  /** What became of the intervals of one value. */
  static final class Coverage {
    private int held;
    private int below;
    private int above;
    private int without;
    private String reason = "";

    void add(Coverage other) {
      held += other.held;
      below += other.below;
      above += other.above;
      without += other.without;
      reason = reason.isEmpty() ? other.reason : reason;
    }

    private void add(double truth, Interval interval) {
      if (truth < interval.lower()) {
        below++;
      } else if (truth > interval.upper()) {
        above++;
      } else {
        held++;
      }
    }

    int intervals() {
      return held + below + above;
    }

    double share() {
      return held / (double) intervals();
    }

    double shareBelow() {
      return below / (double) intervals();
    }

    double shareAbove() {
      return above / (double) intervals();
    }

    /** Data sets without an interval, and why. */
    int without() {
      return without;
    }

    String reason() {
      return reason;
    }
  }

  /** By metric and aspect; differences of the two models as {@code metric aspect (difference)}. */
  Map<String, Coverage> run(int dataSets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> truth = truth();
    Map<String, Coverage> coverages = new TreeMap<>();
    for (int i = 0; i < dataSets; i++) {
      addDataSet(random, truth, coverages);
    }
    return coverages;
  }

  private void addDataSet(
      SplittableRandom random, Map<String, Double> truth, Map<String, Coverage> coverages) {
    int[] labels = new int[examples];
    double[][] seen = new double[2][examples];
    int[] groups = draw(random, labels, seen);
    RowBlock rows = ClassificationRows.examples(labels);
    System.arraycopy(groups, 0, rows.ints(ExampleColumns.GROUP.name()), 0, examples);
    RowBlock[] outcomes = {outcomes(rows, labels, seen[0]), outcomes(rows, labels, seen[1])};

    if (!metrics.isEmpty()) {
      for (ScoreRow row : scorecard(metrics, rows, outcomes[0]).estimates(confidence)) {
        add(row.estimate(), "", truth, coverages);
      }
    }
    Scorecard one = scorecard(PAIRED, rows, outcomes[0]);
    for (ScoreRow row : one.differences(scorecard(PAIRED, rows, outcomes[1]), confidence)) {
      add(row.estimate(), " (difference)", truth, coverages);
    }
    if (clusters == 0) {
      double accuracies = truth.get("accuracy  (difference)");
      coverages
          .computeIfAbsent("accuracy  (difference, Tango)", key -> new Coverage())
          .add(accuracies, Tango.interval(discordant(labels, outcomes), confidence));
    }
  }

  private static void add(
      Estimate estimate,
      String suffix,
      Map<String, Double> truth,
      Map<String, Coverage> coverages) {
    String key = estimate.metric() + " " + estimate.aspect() + suffix;
    Double value = truth.get(key);
    Interval interval = estimate.uncertainty().interval();
    if (value == null && interval != null) {
      return; // An aspect whose truth is not known here.
    }
    Coverage coverage = coverages.computeIfAbsent(key, name -> new Coverage());
    if (interval == null) {
      coverage.without++;
      coverage.reason = String.valueOf(estimate.uncertainty().reason());
    } else if (value != null) {
      coverage.add(value, interval);
    }
  }

  /** Fills labels and what both models see; the examples' groups. */
  private int[] draw(SplittableRandom random, int[] labels, double[][] seen) {
    int[] groups = new int[examples];
    double[] shared = new double[Math.max(1, clusters)];
    int[] groupOfCluster = new int[shared.length];
    for (int cluster = 0; cluster < clusters; cluster++) {
      shared[cluster] = SHARED * random.nextGaussian();
      groupOfCluster[cluster] = random.nextInt(ExampleColumns.GROUPS);
    }
    for (int row = 0; row < examples; row++) {
      int cluster = random.nextInt(shared.length);
      groups[row] = clusters > 0 ? groupOfCluster[cluster] : random.nextInt(ExampleColumns.GROUPS);
      labels[row] = random.nextDouble() < POSITIVE ? 1 : 0;
      seen[0][row] = labels[row] + shared[cluster] + random.nextGaussian();
      seen[1][row] = seen[0][row] + noise * random.nextGaussian();
    }
    return groups;
  }

  private static double probability(double x) {
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

  private Scorecard scorecard(List<String> ids, RowBlock rows, RowBlock outcomes) {
    MetricSettings settings = new MetricSettings(LabelMap.numbered(2), clusters > 0);
    Scorecard scorecard = new Scorecard(Metrics.of(ClassificationTask.NAME, ids), settings);
    scorecard.add(rows, outcomes);
    return scorecard;
  }

  private static DiscordantPairs discordant(int[] labels, RowBlock[] outcomes) {
    int[] one = outcomes[0].ints("prediction");
    int[] other = outcomes[1].ints("prediction");
    long first = count(labels, one, other);
    return new DiscordantPairs(first, count(labels, other, one), labels.length);
  }

  private static long count(int[] labels, int[] right, int[] wrong) {
    return IntStream.range(0, labels.length)
        .filter(row -> right[row] == labels[row] && wrong[row] != labels[row])
        .count();
  }

  private Map<String, Double> truth() {
    double variance = 1 + (clusters > 0 ? SHARED * SHARED : 0);
    Map<String, Double> truth = new TreeMap<>();
    new Population(variance).putInto(truth);
    Map<String, Double> other = new TreeMap<>();
    new Population(variance + noise * noise).putInto(other);
    for (String metric : PAIRED) {
      for (String key : List.copyOf(truth.keySet())) {
        if (key.startsWith(metric + " ")) {
          truth.put(key + " (difference)", truth.get(key) - other.get(key));
        }
      }
    }
    return truth;
  }

  /** The metrics of a population in which {@code x} is normal around the class. */
  private record Population(double variance) {
    private static final int STEPS = 40_000;

    void putInto(Map<String, Double> truth) {
      double[] sums = new double[8];
      double deviation = Math.sqrt(variance);
      double step = (1 + 20 * deviation) / STEPS;
      double[] x = new double[STEPS];
      double[][] mass = new double[2][STEPS];
      for (int i = 0; i < STEPS; i++) {
        x[i] = -10 * deviation + (i + 0.5) * step;
        for (int label = 0; label < 2; label++) {
          double z = (x[i] - label) / deviation;
          double prior = label == 1 ? POSITIVE : 1 - POSITIVE;
          mass[label][i] =
              prior * step * Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
          double p = probability(x[i]);
          double own = label == 1 ? p : 1 - p;
          sums[0] -= mass[label][i] * Math.log(own);
          sums[1] += mass[label][i] * 2 * (1 - own) * (1 - own);
          sums[label == 1 ? (p > 0.5 ? 2 : 3) : (p > 0.5 ? 4 : 5)] += mass[label][i];
        }
      }
      truth.put("log-loss ", sums[0]);
      truth.put("brier ", sums[1]);
      putTable(truth, sums[2], sums[3], sums[4], sums[5]);
      putRanking(truth, mass);
      putRisk(truth, x, mass);
    }

    private static void putTable(
        Map<String, Double> truth, double tp, double fn, double fp, double tn) {
      truth.put("accuracy ", tp + tn);
      truth.put("binary-precision ", tp / (tp + fp));
      truth.put("binary-recall ", tp / (tp + fn));
      truth.put("specificity ", tn / (tn + fp));
      truth.put("binary-balanced-accuracy ", (tp / (tp + fn) + tn / (tn + fp)) / 2);
      double positive = 2 * tp / (2 * tp + fn + fp);
      double negative = 2 * tn / (2 * tn + fn + fp);
      truth.put("binary-f1 ", positive);
      truth.put("binary-f-beta ", 5 * tp / (5 * tp + 4 * fn + fp));
      truth.put("f1 class=0", negative);
      truth.put("f1 class=1", positive);
      truth.put("f1 macro", (positive + negative) / 2);
      truth.put("f1 micro", tp + tn);
      truth.put("f1 weighted", POSITIVE * positive + (1 - POSITIVE) * negative);
      double product = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
      truth.put("binary-matthews-correlation ", (tp * tn - fp * fn) / Math.sqrt(product));
    }

    private static void putRanking(Map<String, Double> truth, double[][] mass) {
      double found = 0;
      double wrong = 0;
      double area = 0;
      double precision = 0;
      for (int i = STEPS - 1; i >= 0; i--) {
        double more = mass[1][i];
        double moreWrong = mass[0][i];
        area += more * (1 - POSITIVE - wrong - moreWrong / 2);
        found += more;
        wrong += moreWrong;
        precision +=
            found + wrong > 0
                ? more * (found - more / 2) / (found + wrong - (more + moreWrong) / 2)
                : 0;
      }
      truth.put("roc-auc ", area / (POSITIVE * (1 - POSITIVE)));
      truth.put("average-precision ", precision / POSITIVE);
    }

    /** The share of misses among the most confident, over all coverages. */
    private static void putRisk(Map<String, Double> truth, double[] x, double[][] mass) {
      Integer[] surest = IntStream.range(0, STEPS).boxed().toArray(Integer[]::new);
      Arrays.sort(surest, (a, b) -> Double.compare(Math.abs(x[b] - CUT), Math.abs(x[a] - CUT)));
      double covered = 0;
      double missed = 0;
      double area = 0;
      for (int i : surest) {
        double more = mass[0][i] + mass[1][i];
        double misses = x[i] > CUT ? mass[0][i] : mass[1][i];
        area += covered + more > 0 ? more * (missed + misses / 2) / (covered + more / 2) : 0;
        covered += more;
        missed += misses;
      }
      truth.put("risk-coverage-area ", area);
    }
  }
}
