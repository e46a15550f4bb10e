package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.statistics.Uncertainty;

/** A value without an interval, for a reason. */
public record NoInterval(String reason) implements IntervalMethod {
  @Override
  public boolean needsGroups(boolean clustered) {
    return false;
  }

  @Override
  public Uncertainty interval(double estimate, Evidence evidence) {
    return Uncertainty.unknown(reason);
  }
}
