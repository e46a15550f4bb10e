package io.github.steelyard.engine.metric.regression.moment;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** The share of the targets' variance that is not the errors': R² of a model freed of its bias. */
@AutoService(Metric.class)
public final class ExplainedVariance implements RelativeMomentMetric {
  @Override
  public String id() {
    return "explained-variance";
  }

  @Override
  public String doc() {
    return "1 - variance of the errors / variance of the targets: R² without what a constant bias"
        + " costs. Undefined where all targets are equal; scikit-learn says 1 or 0 there.";
  }

  @Override
  public Value value(Moments moments) {
    return moments.relative(
        all -> 1 - all.errorSpread() / all.targetSpread(), GroupedJackknife.OF_A_MEAN);
  }
}
