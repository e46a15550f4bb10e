package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.classification.PairedSimulation.Count;
import io.github.steelyard.engine.metric.estimate.SliceContrast;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How often intervals of the difference between a slice and the rest of its column hold the true
 * one. Clusters reach over both.
 *
 * @param share of the examples that are expected in the slice
 */
record SliceSimulation(PairedSimulation sides, double share) {
  /** By metric and aspect. */
  Map<String, Count> run(int dataSets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> truth = sides.truth();
    Map<String, Count> counts = new TreeMap<>();
    for (int i = 0; i < dataSets; i++) {
      Scorecard card = sides.sliced(random, share);
      double confidence = PairedSimulation.CONFIDENCE;
      for (SliceContrast found : card.contrasts(card.estimates(confidence), confidence, 1)) {
        String key = (found.metric() + " " + found.aspect()).strip();
        Double difference = truth.get(key);
        if (difference != null && found.slice().value().equals("first")) {
          counts
              .computeIfAbsent(key, name -> new Count())
              .add(difference, found.uncertainty().interval());
        }
      }
    }
    return counts;
  }
}
