package io.github.steelyard.engine.metric.scale;

import io.github.steelyard.engine.metric.Evidence;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.statistics.GroupBootstrap;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.Arrays;

/**
 * The bootstrap over groups on another scale, carried back: for statistics that are not smooth,
 * where a jackknife covers badly.
 *
 * @param fewestEvents examples on the scarcer of the sides that decide the value: below {@link
 *     Jackknife#FEWEST_EVENTS} there is no interval
 */
public record ScaledBootstrap(Scale scale, long fewestEvents) implements IntervalMethod {
  @Override
  public boolean needsGroups(boolean clustered) {
    return false;
  }

  @Override
  public boolean needsDraws() {
    return fewestEvents >= Jackknife.FEWEST_EVENTS;
  }

  @Override
  public Uncertainty interval(double estimate, Evidence evidence) {
    if (!needsDraws()) {
      return Jackknife.tooFewEvents(fewestEvents);
    }
    double[] draws = evidence.draws();
    if (draws == null) {
      return Uncertainty.unknown("undefined in one of the draws of groups");
    }
    if (!(scale.holds(estimate) && Arrays.stream(draws).allMatch(scale::holds))) {
      return Uncertainty.unknown(scale.reason());
    }
    double[] scaled = Arrays.stream(draws).map(scale::to).toArray();
    Uncertainty onScale =
        GroupBootstrap.interval(
            scale.to(estimate), scaled, evidence.groups(), evidence.confidence());
    Interval interval = onScale.interval();
    return interval == null ? onScale : carriedBack(interval);
  }

  private Uncertainty carriedBack(Interval interval) {
    double upper = scale.back(interval.upper());
    return Double.isFinite(upper)
        ? Uncertainty.of(
            new Interval(
                scale.back(interval.lower()), upper, interval.method(), interval.confidence()))
        : Uncertainty.unknown("too wide for a number");
  }

  /** Two models' values are close together, in the same bins or the next ones. */
  @Override
  public IntervalMethod ofDifference() {
    return new NoInterval("not smooth: of one model's values only there are intervals");
  }
}
