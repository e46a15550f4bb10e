package io.github.steelyard.reports.comparison;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.reports.run.comparison.Verdict;
import org.jspecify.annotations.Nullable;

/** What a gap says of a model on data that it was not trained on. */
public final class GapVerdict {
  private GapVerdict() {}

  /**
   * By the interval of one gap alone: nothing is adjusted for other models and metrics.
   *
   * @param interval of the value on the training split less the one on the other; null for none
   * @param noInterval why there is no interval, or null
   */
  public static Verdict of(
      Direction direction, @Nullable Interval interval, @Nullable String noInterval) {
    if (interval == null) {
      boolean tooFew = noInterval != null && Uncertainty.unknown(noInterval).tooFew();
      return tooFew ? Verdict.TOO_FEW : Verdict.UNKNOWN;
    }
    if (!(interval.lower() < interval.upper())) {
      return Verdict.UNKNOWN;
    }
    if (interval.lower() <= 0 && interval.upper() >= 0) {
      return Verdict.NOT_DISTINGUISHABLE;
    }
    return (interval.lower() > 0) == (direction == Direction.HIGHER_IS_BETTER)
        ? Verdict.WORSE
        : Verdict.BETTER;
  }
}
