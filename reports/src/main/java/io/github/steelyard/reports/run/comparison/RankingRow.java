package io.github.steelyard.reports.run.comparison;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A model's place in the order of one metric.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param aspect which of the metric's values this is, or null for a metric that has only one; an
 *     empty text becomes null
 * @param rank from 1, the best one
 * @param tieGroups letters: two models that share one do not differ beyond chance, and two that
 *     share none do; null where not all pairs could be compared
 * @param tiedWithBest whether the model does not differ from the best one beyond chance; null where
 *     that could not be told
 * @param reason why something could not be told; null where all could
 */
public record RankingRow(
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    String metric,
    @Nullable String aspect,
    String model,
    int rank,
    double value,
    @Nullable String tieGroups,
    @Nullable Boolean tiedWithBest,
    @Nullable String reason)
    implements Serializable {
  public RankingRow {
    aspect = aspect == null || aspect.isEmpty() ? null : aspect;
  }
}
