package io.github.steelyard.jobs.spark;

import java.util.Comparator;

/**
 * One loading of a model's weights.
 *
 * @param process names the process that holds it, for as long as it lives
 * @param load counts what that process has loaded
 */
public record ModelCopy(String process, long load) implements Comparable<ModelCopy> {
  private static final Comparator<ModelCopy> ORDER =
      Comparator.comparing(ModelCopy::process).thenComparingLong(ModelCopy::load);

  @Override
  public int compareTo(ModelCopy other) {
    return ORDER.compare(this, other);
  }
}
