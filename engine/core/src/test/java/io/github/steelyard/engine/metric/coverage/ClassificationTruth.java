package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.metric.BinarySettings;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** The metrics of a population in which {@code x} is normal around the class. */
record ClassificationTruth(double variance) {
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
        double prior =
            label == 1 ? ClassificationPopulation.POSITIVE : 1 - ClassificationPopulation.POSITIVE;
        mass[label][i] = prior * step * Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
        double p = ClassificationPopulation.probability(x[i]);
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
    putOperatingPoints(truth, mass);
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
    truth.put(
        "f1 weighted",
        ClassificationPopulation.POSITIVE * positive
            + (1 - ClassificationPopulation.POSITIVE) * negative);
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
      area += more * (1 - ClassificationPopulation.POSITIVE - wrong - moreWrong / 2);
      found += more;
      wrong += moreWrong;
      precision +=
          found + wrong > 0
              ? more * (found - more / 2) / (found + wrong - (more + moreWrong) / 2)
              : 0;
    }
    truth.put(
        "roc-auc ",
        area / (ClassificationPopulation.POSITIVE * (1 - ClassificationPopulation.POSITIVE)));
    truth.put("average-precision ", precision / ClassificationPopulation.POSITIVE);
  }

  /** Precision falls and recall rises as the threshold does. */
  private static void putOperatingPoints(Map<String, Double> truth, double[][] mass) {
    BinarySettings usual = BinarySettings.of(1);
    double found = 0;
    double wrong = 0;
    for (int i = STEPS - 1; i >= 0; i--) {
      found += mass[1][i];
      wrong += mass[0][i];
      double recall = found / ClassificationPopulation.POSITIVE;
      if (found / (found + wrong) >= usual.precision()) {
        truth.put("recall-at-precision ", recall);
      }
      if (recall >= usual.recall()) {
        truth.putIfAbsent("precision-at-recall ", found / (found + wrong));
      }
    }
  }

  /** The share of misses among the most confident, over all coverages. */
  private static void putRisk(Map<String, Double> truth, double[] x, double[][] mass) {
    Integer[] surest = IntStream.range(0, STEPS).boxed().toArray(Integer[]::new);
    Arrays.sort(
        surest,
        (a, b) ->
            Double.compare(
                Math.abs(x[b] - ClassificationPopulation.CUT),
                Math.abs(x[a] - ClassificationPopulation.CUT)));
    double covered = 0;
    double missed = 0;
    double area = 0;
    for (int i : surest) {
      double more = mass[0][i] + mass[1][i];
      double misses = x[i] > ClassificationPopulation.CUT ? mass[0][i] : mass[1][i];
      area += covered + more > 0 ? more * (missed + misses / 2) / (covered + more / 2) : 0;
      covered += more;
      missed += misses;
    }
    truth.put("risk-coverage-area ", area);
  }
}
