package io.github.steelyard.engine.metric.regression.moment;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** The root of the mean of the squared errors. */
@AutoService(Metric.class)
public final class RootMeanSquaredError implements MomentMetric {
  @Override
  public String id() {
    return "root-mean-squared-error";
  }

  @Override
  public String doc() {
    return "Root of the mean of (prediction - target)².";
  }

  @Override
  public Value value(Moments moments) {
    return moments.value(all -> Math.sqrt(all.squaredErrors() / all.weight()));
  }
}
