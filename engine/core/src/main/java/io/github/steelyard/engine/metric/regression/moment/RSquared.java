package io.github.steelyard.engine.metric.regression.moment;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/**
 * The coefficient of determination, {@code 1 - sum(w (prediction - target)²) / sum(w (target -
 * mean)²)}: 0 for a model that always says the targets' mean, below 0 for a worse one. Computed
 * from exact sums, so that a mean far from 0 costs no digits.
 */
@AutoService(Metric.class)
public final class RSquared implements RelativeMomentMetric {
  @Override
  public String id() {
    return "r-squared";
  }

  @Override
  public String doc() {
    return "1 - squared errors / squared distances of the targets from their mean (R², the"
        + " coefficient of determination). Undefined where all targets are equal; scikit-learn says"
        + " 1 or 0 there.";
  }

  @Override
  public Value value(Moments moments) {
    return moments.relative(
        all -> 1 - all.squaredErrors() / all.targetSpread(), GroupedJackknife.OF_A_MEAN);
  }
}
