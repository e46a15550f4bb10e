package io.github.steelyard.engine.metric.regression;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import java.util.List;

/** The mean distance between prediction and target. */
@AutoService(Metric.class)
public final class MeanAbsoluteError implements RegressionMetric {
  @Override
  public String id() {
    return "mean-absolute-error";
  }

  @Override
  public String doc() {
    return "Mean of |prediction - target|.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new ErrorSideKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(
        ((ErrorSideState) state).mean("", 1, 1, ScaledJackknife.ofMean(Scale.LOGARITHM)));
  }
}
