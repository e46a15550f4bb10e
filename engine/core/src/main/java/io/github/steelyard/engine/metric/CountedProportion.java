package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.engine.statistics.Wilson;

/**
 * A proportion of examples that each count once: Wilson's interval where they are independent, the
 * grouped jackknife where they come in clusters.
 *
 * @param trials at least 1
 */
public record CountedProportion(long successes, long trials) implements IntervalMethod {
  @Override
  public boolean needsGroups(boolean clustered) {
    return clustered && asClusters().needsGroups(true);
  }

  @Override
  public Uncertainty interval(double estimate, Evidence evidence) {
    return evidence.clustered()
        ? asClusters().interval(estimate, evidence)
        : Uncertainty.of(Wilson.interval(successes, trials, evidence.confidence()));
  }

  /** Wilson's interval knows nothing of what two models have in common. */
  @Override
  public IntervalMethod ofDifference() {
    return asClusters();
  }

  private GroupedJackknife asClusters() {
    return GroupedJackknife.ofEvents(successes, trials - successes);
  }
}
