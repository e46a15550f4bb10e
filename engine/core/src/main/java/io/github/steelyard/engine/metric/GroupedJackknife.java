package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.Uncertainty;

/**
 * The delete-a-group jackknife, for a smooth statistic.
 *
 * @param fewestEvents examples on the scarcer of the two sides that decide the value (hits and
 *     misses): below {@link Jackknife#FEWEST_EVENTS} there is no interval
 */
public record GroupedJackknife(long fewestEvents) implements IntervalMethod {
  /** For means of a number: there are no events to count. */
  public static final GroupedJackknife OF_A_MEAN = new GroupedJackknife(Long.MAX_VALUE);

  private static final int FEWEST_GROUPS_OF_A_MEAN = 3;

  /** For what hits and misses decide. */
  public static GroupedJackknife ofEvents(long hits, long misses) {
    return new GroupedJackknife(Math.min(hits, misses));
  }

  @Override
  public boolean needsGroups(boolean clustered) {
    return fewestEvents >= Jackknife.FEWEST_EVENTS;
  }

  @Override
  public Uncertainty interval(double estimate, Evidence evidence) {
    if (fewestEvents < Jackknife.FEWEST_EVENTS) {
      return Jackknife.tooFewEvents(fewestEvents);
    }
    double[] withoutGroup = evidence.withoutGroup();
    if (withoutGroup == null) {
      return Uncertainty.unknown("undefined without one of the groups");
    }
    return Jackknife.interval(estimate, withoutGroup, evidence.confidence());
  }

  /** Numbers differ in every example, by a little: fewer groups than of events will do. */
  @Override
  public int fewestCarryingGroups() {
    return equals(OF_A_MEAN)
        ? FEWEST_GROUPS_OF_A_MEAN
        : IntervalMethod.super.fewestCarryingGroups();
  }
}
