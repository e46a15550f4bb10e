package io.github.steelyard.engine.metric.regression.moment;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** The mean of the squared errors. */
@AutoService(Metric.class)
public final class MeanSquaredError implements MomentMetric {
  @Override
  public String id() {
    return "mean-squared-error";
  }

  @Override
  public String unit() {
    return "target's unit squared";
  }

  @Override
  public String doc() {
    return "Mean of (prediction - target)².";
  }

  @Override
  public Value value(Moments moments) {
    return moments.value(all -> all.squaredErrors() / all.weight());
  }
}
