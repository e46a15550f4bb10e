package io.github.steelyard.engine.metric.coverage;

import io.github.steelyard.engine.task.ExampleColumns;
import java.util.SplittableRandom;

/** Which cluster and group examples are of, and what those of a cluster share. */
final class Clusters {
  private final int clusters;
  private final double[][] shared;
  private final int[] groups;

  /**
   * Draws clusters.
   *
   * @param clusters 0 for independent examples
   * @param effects how many standard normal numbers a cluster's examples share
   */
  Clusters(SplittableRandom random, int clusters, int effects) {
    this.clusters = clusters;
    this.shared = new double[Math.max(1, clusters)][effects];
    this.groups = new int[shared.length];
    for (int cluster = 0; cluster < clusters; cluster++) {
      for (int effect = 0; effect < effects; effect++) {
        shared[cluster][effect] = random.nextGaussian();
      }
      groups[cluster] = random.nextInt(ExampleColumns.GROUPS);
    }
  }

  /** The cluster of the next example. */
  int next(SplittableRandom random) {
    return random.nextInt(shared.length);
  }

  /** The group of an example of that cluster; of independent ones any. */
  int group(int cluster, SplittableRandom random) {
    return clusters > 0 ? groups[cluster] : random.nextInt(ExampleColumns.GROUPS);
  }

  /** 0 for independent examples. */
  double shared(int cluster, int effect) {
    return shared[cluster][effect];
  }
}
