package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.statistics.Uncertainty;

/** One line of a scorecard. */
public record ScoreRow(Slice slice, Estimate estimate) {
  /** The same, but without a value where it is a slice's and fewer examples were scored. */
  public ScoreRow unlessFewer(int fewest) {
    if (slice.equals(Slice.ALL) || estimate.examples() >= fewest) {
      return this;
    }
    return new ScoreRow(
        slice,
        new Estimate(
            estimate.metric(),
            estimate.aspect(),
            null,
            SliceContrasts.tooFew(fewest),
            Uncertainty.unknown("the value is undefined"),
            estimate.examples()));
  }
}
