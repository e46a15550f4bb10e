package io.github.steelyard.reports.run.generalization;

import io.github.steelyard.engine.statistics.Interval;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one model is worth in another domain.
 *
 * @param relative the domain, and what it is held against
 * @param aspect which of the metric's values this is, or null for a metric that has only one
 * @param value in the domain, or null where it is undefined
 * @param originValue in the origin, or null where it is undefined
 * @param difference {@code value - originValue}, or null where one of them is undefined
 * @param undefinedReason why there is no difference; null where there is one
 * @param interval around the difference, or null where there is none
 * @param noIntervalReason why a difference has no interval; null otherwise
 * @param rank among the models that have both values, 1 the best, equal values sharing the mean of
 *     their ranks; null where the model has not
 * @param originRank the same in the origin
 */
public record DomainRow(
    String model,
    Relative relative,
    String metric,
    @Nullable String aspect,
    @Nullable Double value,
    @Nullable Double originValue,
    @Nullable Double difference,
    @Nullable String undefinedReason,
    @Nullable Interval interval,
    @Nullable String noIntervalReason,
    @Nullable Double rank,
    @Nullable Double originRank)
    implements Serializable {
  public DomainRow {
    if ((difference == null) == (undefinedReason == null)) {
      throw new IllegalArgumentException(
          "Cannot use the difference "
              + difference
              + " of "
              + metric
              + ", expected a number or a reason");
    }
  }

  /** {@code rank - originRank}: above 0 where the model falls behind others. */
  public @Nullable Double rankDifference() {
    return rank == null || originRank == null ? null : Double.valueOf(rank - originRank);
  }
}
