package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.PairedJackknife;
import io.github.steelyard.engine.statistics.Uncertainty;

/** How the interval of one value is made. */
public interface IntervalMethod {
  /** True where {@link Evidence#withoutGroup} is looked at: it costs a merge for each group. */
  boolean needsGroups(boolean clustered);

  /** True where {@link Evidence#draws} is looked at: it costs many merges of each group. */
  default boolean needsDraws() {
    return false;
  }

  Uncertainty interval(double estimate, Evidence evidence);

  /**
   * How the interval of the difference to another model's value on the same examples is made; its
   * {@link Evidence#withoutGroup} are differences, too.
   */
  default IntervalMethod ofDifference() {
    return this;
  }

  /**
   * How many groups must carry a difference, so that its interval is sure enough; see {@link
   * PairedJackknife#effectiveGroups}.
   */
  default int fewestCarryingGroups() {
    return Jackknife.FEWEST_EVENTS;
  }
}
