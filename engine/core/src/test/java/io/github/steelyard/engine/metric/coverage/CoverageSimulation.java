package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.statistics.Interval;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** How often intervals hold the true value, over data sets drawn from a known population. */
record CoverageSimulation(SimulatedPopulation population, int examples, double confidence) {
  /** After metric and aspect, for the difference of the two models. */
  static final String DIFFERENCE = " (difference)";

  /** By metric and aspect; differences of the two models as {@code metric aspect (difference)}. */
  Map<String, Coverage> run(int dataSets, long seed, Map<String, Double> truth) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Coverage> coverages = new TreeMap<>();
    for (int i = 0; i < dataSets; i++) {
      addDataSet(population.draw(random, examples), truth, coverages);
    }
    return coverages;
  }

  private void addDataSet(
      SimulatedData data, Map<String, Double> truth, Map<String, Coverage> coverages) {
    if (!population.metrics().isEmpty()) {
      Scorecard scorecard = scorecard(population, population.metrics(), data, data.one());
      for (ScoreRow row : scorecard.estimates(confidence)) {
        add(row.estimate(), "", truth, coverages);
      }
    }
    Scorecard one = scorecard(population, population.paired(), data, data.one());
    Scorecard other = scorecard(population, population.paired(), data, data.other());
    for (ScoreRow row : one.differences(other, confidence)) {
      add(row.estimate(), DIFFERENCE, truth, coverages);
    }
    population.addOthers(data, confidence, truth, coverages);
  }

  private static void add(
      Estimate estimate,
      String suffix,
      Map<String, Double> truth,
      Map<String, Coverage> coverages) {
    String key = key(estimate) + suffix;
    Double value = truth.get(key);
    Interval interval = estimate.uncertainty().interval();
    if (value == null && interval != null) {
      return; // An aspect whose truth is not known here.
    }
    Coverage coverage = coverages.computeIfAbsent(key, name -> new Coverage());
    if (interval == null) {
      coverage.addWithout(String.valueOf(estimate.uncertainty().reason()));
    } else if (value != null) {
      coverage.add(value, interval);
    }
  }

  static String key(Estimate estimate) {
    return estimate.metric() + " " + estimate.aspect();
  }

  static Scorecard scorecard(
      SimulatedPopulation population, List<String> metrics, SimulatedData data, RowBlock outcomes) {
    Scorecard scorecard =
        new Scorecard(Metrics.of(population.task(), metrics), population.settings());
    scorecard.add(data.examples(), outcomes);
    return scorecard;
  }
}
