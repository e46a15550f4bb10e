package io.github.steelyard.engine.metric.regression.order;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.regression.RegressionMetric;
import java.util.List;

/** The largest distance between prediction and target. */
@AutoService(Metric.class)
public final class MaximumError implements RegressionMetric {
  @Override
  public String id() {
    return "maximum-error";
  }

  @Override
  public String doc() {
    return "Largest |prediction - target| of the examples with a weight above 0.";
  }

  @Override
  public String intervals() {
    return "None: a maximum is biased.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new LargestErrorKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(((LargestErrorState) state).value());
  }
}
