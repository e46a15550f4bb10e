package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.metric.Evidence;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.Arrays;

/**
 * The grouped jackknife on another scale, carried back: Fisher's z for a correlation (R. A. Fisher,
 * "On the 'probable error' of a coefficient of correlation deduced from a small sample", 1921), the
 * logarithm for a mean error, whose own interval misses too often on one side where clusters are
 * few.
 */
record ScaledJackknife(Scale scale) implements IntervalMethod {
  @Override
  public boolean needsGroups(boolean clustered) {
    return true;
  }

  @Override
  public Uncertainty interval(double estimate, Evidence evidence) {
    double[] withoutGroup = evidence.withoutGroup();
    if (withoutGroup == null) {
      return Uncertainty.unknown("undefined without one of the groups");
    }
    if (!(scale.holds(estimate) && Arrays.stream(withoutGroup).allMatch(scale::holds))) {
      return Uncertainty.unknown(scale.reason());
    }
    double[] scaled = Arrays.stream(withoutGroup).map(scale::to).toArray();
    Uncertainty onScale = Jackknife.interval(scale.to(estimate), scaled, evidence.confidence());
    Interval interval = onScale.interval();
    double upper = interval == null ? 0 : scale.back(interval.upper());
    if (interval == null || !Double.isFinite(upper)) {
      return interval == null ? onScale : Uncertainty.unknown("too wide for a number");
    }
    return Uncertainty.of(
        new Interval(
            scale.back(interval.lower()), upper, interval.method(), interval.confidence()));
  }

  /** A difference of two values lies on no such scale. */
  @Override
  public IntervalMethod ofDifference() {
    return GroupedJackknife.OF_A_MEAN;
  }
}
