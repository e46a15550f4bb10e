package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.classification.PairedSimulation.Count;
import io.github.steelyard.engine.outofdistribution.Detection;
import io.github.steelyard.engine.outofdistribution.DistributionScore;
import io.github.steelyard.engine.outofdistribution.ScoreSample;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How often intervals of the AUROC of a model's own examples against foreign ones hold the true
 * one. Energies are normal, those of own examples higher, with variance 1; with clusters, those of
 * a cluster share a part of variance 1/4 besides.
 *
 * @param own how many own examples there are
 * @param clusters of each of the two sets; 0 for independent examples
 * @param area the true AUROC
 */
record ForeignSimulation(int own, int foreign, int clusters, double area) {
  private static final double SHARED = 0.5;

  /** One count, of {@code auroc}. */
  Map<String, Count> run(int dataSets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double variance = 1 + (clusters > 0 ? SHARED * SHARED : 0);
    double distance =
        Math.sqrt(2 * variance) * new NormalDistribution().inverseCumulativeProbability(area);
    Map<String, Count> counts = new TreeMap<>();
    for (int i = 0; i < dataSets; i++) {
      ScoreSample ones = sample(random, own, distance);
      ScoreSample others = sample(random, foreign, 0);
      for (Detection found :
          Detection.of(ones, others, OutputKind.LOGITS, PairedSimulation.CONFIDENCE)) {
        Uncertainty uncertainty = found.uncertainty();
        if (found.score() == DistributionScore.ENERGY && found.measure().equals(Detection.AUROC)) {
          Interval interval = uncertainty == null ? null : uncertainty.interval();
          counts.computeIfAbsent(found.measure(), name -> new Count()).add(area, interval);
        }
      }
    }
    return counts;
  }

  private ScoreSample sample(SplittableRandom random, int examples, double mean) {
    double[] shared = new double[Math.max(1, clusters)];
    int[] groups = new int[shared.length];
    for (int cluster = 0; cluster < clusters; cluster++) {
      shared[cluster] = SHARED * random.nextGaussian();
      groups[cluster] = random.nextInt(ExampleColumns.GROUPS);
    }
    RowBlock rows = ClassificationRows.examples(new int[examples]);
    RowBlock outcomes =
        new RowBlock(
            new ClassificationTask()
                .outcomeColumns(ClassificationRows.settings(2, OutputKind.LOGITS)),
            examples);
    for (int row = 0; row < examples; row++) {
      int cluster = random.nextInt(shared.length);
      rows.ints(ExampleColumns.GROUP.name())[row] =
          clusters > 0 ? groups[cluster] : random.nextInt(ExampleColumns.GROUPS);
      outcomes.doubles(ClassificationTask.CONFIDENCE.name())[row] = 0.5;
      outcomes.doubles(ClassificationTask.LOG_SUM_EXP.name())[row] =
          mean + shared[cluster] + random.nextGaussian();
    }
    ScoreSample sample = new ScoreSample();
    sample.add(rows, outcomes);
    return sample;
  }
}
