package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.classification.PairedSimulation.Count;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.statistics.IndependentDifference;
import io.github.steelyard.engine.statistics.Interval;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How often intervals of the gap between two independent data sets, as a model's training and test
 * data, hold the true one: values of the first models of two simulations, joined from the interval
 * of each.
 */
record GapSimulation(PairedSimulation train, PairedSimulation test) {
  /** By metric and aspect. */
  Map<String, Count> run(int dataSets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> truth =
        PairedSimulation.differences(train.accuracyOfFirst(), test.accuracyOfFirst());
    Map<String, Count> counts = new TreeMap<>();
    for (int i = 0; i < dataSets; i++) {
      List<ScoreRow> ofTrain = train.ofFirst(random).estimates(PairedSimulation.CONFIDENCE);
      List<ScoreRow> ofTest = test.ofFirst(random).estimates(PairedSimulation.CONFIDENCE);
      for (int row = 0; row < ofTrain.size(); row++) {
        Estimate one = ofTrain.get(row).estimate();
        Estimate other = ofTest.get(row).estimate();
        String key = (one.metric() + " " + one.aspect()).strip();
        Double gap = truth.get(key);
        Interval ofOne = one.uncertainty().interval();
        Interval ofOther = other.uncertainty().interval();
        if (gap != null) {
          counts
              .computeIfAbsent(key, name -> new Count())
              .add(
                  gap,
                  ofOne == null || ofOther == null
                      ? null
                      : IndependentDifference.interval(
                          one.number(), ofOne, other.number(), ofOther));
        }
      }
    }
    return counts;
  }
}
