package io.github.steelyard.engine.metric.regression.moment;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;

/** Pearson's correlation of targets and predictions, from exact sums. */
@AutoService(Metric.class)
public final class PearsonCorrelation implements RelativeMomentMetric {
  @Override
  public String id() {
    return "pearson-correlation";
  }

  @Override
  public Range range() {
    return Range.CORRELATION;
  }

  @Override
  public String doc() {
    return "Pearson's correlation of targets and predictions. Undefined where all targets or all"
        + " predictions are equal.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife of Fisher's z.";
  }

  @Override
  public Value value(Moments moments) {
    if (moments.weight() > 0 && moments.targetSpread() > 0 && !(moments.predictionSpread() > 0)) {
      return Value.undefined("", "all predictions are equal");
    }
    return moments.relative(
        PearsonCorrelation::correlation, ScaledJackknife.ofMean(Scale.FISHER_Z));
  }

  private static double correlation(Moments moments) {
    // Two roots, as the product of two spreads may be too large for a double.
    double norms = Math.sqrt(moments.targetSpread()) * Math.sqrt(moments.predictionSpread());
    return Math.max(-1, Math.min(1, moments.commonSpread() / norms));
  }
}
