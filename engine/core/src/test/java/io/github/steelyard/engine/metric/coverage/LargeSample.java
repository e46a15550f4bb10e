package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The true values of a population as those of a sample so large that its own error hardly matters:
 * of 4 million examples it is a 45th of that of 2,000. The metrics themselves are held against
 * scikit-learn elsewhere.
 */
final class LargeSample {
  private static final long SEED = 20240714;
  private static final int BLOCK = 10_000;

  private LargeSample() {}

  /**
   * The values of both models' metrics and their differences.
   *
   * @param population of which each example is a cluster of its own
   */
  static Map<String, Double> truth(SimulatedPopulation population, int blocks) {
    SplittableRandom random = new SplittableRandom(SEED);
    SimulatedData data = population.draw(random, BLOCK);
    Scorecard one =
        CoverageSimulation.scorecard(population, population.metrics(), data, data.one());
    List<String> paired = population.paired();
    Scorecard other = CoverageSimulation.scorecard(population, paired, data, data.other());
    for (int block = 1; block < blocks; block++) {
      data = population.draw(random, BLOCK);
      one.add(data.examples(), data.one());
      other.add(data.examples(), data.other());
    }
    Map<String, Double> truth = values(one);
    values(other)
        .forEach(
            (key, number) ->
                truth.put(key + CoverageSimulation.DIFFERENCE, truth.get(key) - number));
    return truth;
  }

  /** As many clusters as {@link #truth} draws examples at a time. */
  static int clusters(int clusters) {
    return clusters > 0 ? BLOCK : 0;
  }

  private static Map<String, Double> values(Scorecard scorecard) {
    Map<String, Double> values = new TreeMap<>();
    for (ScoreRow row : scorecard.estimates(0.95)) {
      if (row.estimate().number() != null) {
        values.put(CoverageSimulation.key(row.estimate()), row.estimate().number());
      }
    }
    return values;
  }
}
