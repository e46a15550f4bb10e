package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.multilabel.MultilabelRows;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Three labels of 50, 30 and 15 % of the examples; the first model's logits are normal around 1
 * where an example has the label and -1.5 where not, and share a part within the example; the
 * second one's have noise of their own besides. With clusters, a cluster's examples share a part,
 * too.
 *
 * @param noise standard deviation of the second model's noise
 * @param sample blocks of 10,000 examples that the truth is taken from
 */
record MultilabelPopulation(int clusters, double noise, int sample) implements SimulatedPopulation {
  private static final double[] SHARES = {0.5, 0.3, 0.15};
  private static final double SHARED = 0.5;

  @Override
  public String task() {
    return MultilabelTask.NAME;
  }

  @Override
  public MetricSettings settings() {
    return new MetricSettings(LabelMap.numbered(SHARES.length), clusters > 0);
  }

  @Override
  public List<String> metrics() {
    return Metrics.of(task()).stream().map(Metric::id).toList();
  }

  @Override
  public List<String> paired() {
    return List.of("f1", "hamming-loss", "label-ranking-average-precision", "subset-accuracy");
  }

  @Override
  public SimulatedData draw(SplittableRandom random, int examples) {
    int[][] labels = new int[examples][];
    int[] groups = new int[examples];
    float[][] one = new float[examples][SHARES.length];
    float[][] other = new float[examples][SHARES.length];
    Clusters drawn = new Clusters(random, clusters, 1);
    for (int row = 0; row < examples; row++) {
      int cluster = drawn.next(random);
      groups[row] = drawn.group(cluster, random);
      labels[row] =
          IntStream.range(0, SHARES.length)
              .filter(label -> random.nextDouble() < SHARES[label])
              .toArray();
      double common = SHARED * (random.nextGaussian() + drawn.shared(cluster, 0));
      for (int label = 0; label < SHARES.length; label++) {
        double middle = Arrays.binarySearch(labels[row], label) >= 0 ? 1 : -1.5;
        double logit = middle + common + random.nextGaussian();
        one[row][label] = (float) logit;
        other[row][label] = (float) (logit + noise * random.nextGaussian());
      }
    }
    RowBlock rows = MultilabelRows.examples(labels);
    System.arraycopy(groups, 0, rows.ints(ExampleColumns.GROUP.name()), 0, examples);
    return new SimulatedData(
        rows,
        MultilabelRows.outcomes(rows, one, OutputKind.LOGITS),
        MultilabelRows.outcomes(rows, other, OutputKind.LOGITS));
  }

  @Override
  public Map<String, Double> truth() {
    return LargeSample.truth(
        new MultilabelPopulation(LargeSample.clusters(clusters), noise, sample), sample);
  }
}
