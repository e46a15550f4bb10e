package io.github.steelyard.engine.metric.scale;

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
 * logarithm for a mean error and the logit for an area under a curve, whose own intervals miss too
 * often on one side where clusters are few. Clusters are of unequal weight and spread, so they have
 * {@link Jackknife#degreesOfFreedom}.
 *
 * @param plain says whether there is enough for an interval, and makes those of differences
 */
public record ScaledJackknife(Scale scale, GroupedJackknife plain) implements IntervalMethod {
  /** Of a mean of numbers: there are no events to count. */
  public static ScaledJackknife ofMean(Scale scale) {
    return new ScaledJackknife(scale, GroupedJackknife.OF_A_MEAN);
  }

  @Override
  public boolean needsGroups(boolean clustered) {
    return plain.needsGroups(clustered);
  }

  @Override
  public Uncertainty interval(double estimate, Evidence evidence) {
    Uncertainty unscaled = plain.interval(estimate, evidence);
    double[] withoutGroup = evidence.withoutGroup();
    if (unscaled.interval() == null || withoutGroup == null) {
      return unscaled;
    }
    if (!(scale.holds(estimate) && Arrays.stream(withoutGroup).allMatch(scale::holds))) {
      return Uncertainty.unknown(scale.reason());
    }
    double[] scaled = Arrays.stream(withoutGroup).map(scale::to).toArray();
    double degrees =
        evidence.clustered() ? Jackknife.degreesOfFreedom(scaled) : scaled.length - 1.0;
    double reach = Jackknife.reach(scaled, degrees, evidence.confidence());
    double upper = scale.back(scale.to(estimate) + reach);
    if (!Double.isFinite(upper)) {
      return Uncertainty.unknown("too wide for a number");
    }
    double lower = scale.back(scale.to(estimate) - reach);
    return Uncertainty.of(new Interval(lower, upper, Jackknife.METHOD, evidence.confidence()));
  }

  /** A difference of two values lies on no such scale. */
  @Override
  public IntervalMethod ofDifference() {
    return plain;
  }
}
