package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.regression.RegressionRows;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Targets normal around 10 with standard deviation 2; the first model is 0.3 too high, with a
 * normal error of standard deviation 1, the second one has noise of its own besides. With clusters,
 * targets and errors have parts that a cluster's examples share.
 *
 * @param noise standard deviation of the second model's noise
 * @param sample blocks of 10,000 examples that the truth is taken from
 */
record RegressionPopulation(int clusters, double noise, int sample) implements SimulatedPopulation {
  private static final double SHARED_BY_TARGETS = 1;
  private static final double SHARED_BY_ERRORS = 0.5;
  private static final double TARGETS = 2;
  private static final String SPEARMAN = "spearman-correlation";

  @Override
  public String task() {
    return RegressionTask.NAME;
  }

  @Override
  public MetricSettings settings() {
    return new MetricSettings(RegressionRows.METRIC_SETTINGS.labels(), clusters > 0);
  }

  @Override
  public List<String> metrics() {
    return Metrics.of(task()).stream().map(Metric::id).toList();
  }

  @Override
  public List<String> paired() {
    return List.of(
        "mean-absolute-error",
        "pearson-correlation",
        "r-squared",
        "root-mean-squared-error",
        SPEARMAN);
  }

  @Override
  public SimulatedData draw(SplittableRandom random, int examples) {
    RowBlock rows = RegressionRows.examples(new double[examples]);
    float[] one = new float[examples];
    float[] other = new float[examples];
    Clusters drawn = new Clusters(random, clusters, 2);
    for (int row = 0; row < examples; row++) {
      int cluster = drawn.next(random);
      rows.ints(ExampleColumns.GROUP.name())[row] = drawn.group(cluster, random);
      double target =
          10 + TARGETS * random.nextGaussian() + SHARED_BY_TARGETS * drawn.shared(cluster, 0);
      double error = 0.3 + random.nextGaussian() + SHARED_BY_ERRORS * drawn.shared(cluster, 1);
      rows.doubles(RegressionTask.TARGET.name())[row] = target;
      one[row] = (float) (target + error);
      other[row] = (float) (target + error + noise * random.nextGaussian());
    }
    return new SimulatedData(
        rows, RegressionRows.outcomes(rows, one), RegressionRows.outcomes(rows, other));
  }

  /** Of Spearman's correlation by formula: of large samples the metric itself has bins only. */
  @Override
  public Map<String, Double> truth() {
    Map<String, Double> truth =
        LargeSample.truth(
            new RegressionPopulation(LargeSample.clusters(clusters), noise, sample), sample);
    double ofOne = spearman(0);
    truth.put(SPEARMAN + " ", ofOne);
    truth.put(SPEARMAN + " " + CoverageSimulation.DIFFERENCE, ofOne - spearman(noise));
    return truth;
  }

  /**
   * Of two normal numbers with the correlation r it is {@code 6 / pi * asin(r / 2)} (K. Pearson,
   * "On further methods of determining correlation", 1907).
   */
  private double spearman(double furtherNoise) {
    double shared = clusters > 0 ? 1 : 0;
    double targets = TARGETS * TARGETS + shared * SHARED_BY_TARGETS * SHARED_BY_TARGETS;
    double errors = 1 + shared * SHARED_BY_ERRORS * SHARED_BY_ERRORS + furtherNoise * furtherNoise;
    return 6 / Math.PI * Math.asin(Math.sqrt(targets / (targets + errors)) / 2);
  }
}
