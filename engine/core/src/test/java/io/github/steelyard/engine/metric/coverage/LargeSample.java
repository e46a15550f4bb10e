package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The true values of a population as those of a sample so large that its own error hardly matters:
 * of 4 million examples it is a 45th of that of 2,000. The metrics themselves are held against
 * scikit-learn elsewhere.
 */
final class LargeSample {
  private static final long SEED = 20240714;
  private static final int BLOCK = 10_000;

  /** Drawn on their own, so that all cores have something to do; always as many. */
  private static final int PARTS = 8;

  private LargeSample() {}

  /** Some blocks, as both models see them. */
  private static final class Sample {
    private final Scorecard one;
    private final Scorecard other;

    Sample(SimulatedPopulation population, SplittableRandom random, int blocks) {
      SimulatedData data = population.draw(random, BLOCK);
      List<String> paired = population.paired();
      one = CoverageSimulation.scorecard(population, population.metrics(), data, data.one());
      other = CoverageSimulation.scorecard(population, paired, data, data.other());
      for (int block = 1; block < blocks; block++) {
        data = population.draw(random, BLOCK);
        one.add(data.examples(), data.one());
        other.add(data.examples(), data.other());
      }
    }
  }

  /**
   * The values of both models' metrics and their differences.
   *
   * @param population of which each example is a cluster of its own
   */
  static Map<String, Double> truth(SimulatedPopulation population, int blocks) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Sample> parts =
        Stream.generate(random::split).limit(Math.min(blocks, PARTS)).toList().parallelStream()
            .map(own -> new Sample(population, own, Math.max(1, blocks / PARTS)))
            .toList();
    Scorecard one = parts.get(0).one;
    Scorecard other = parts.get(0).other;
    for (Sample part : parts.subList(1, parts.size())) {
      one.merge(part.one);
      other.merge(part.other);
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
