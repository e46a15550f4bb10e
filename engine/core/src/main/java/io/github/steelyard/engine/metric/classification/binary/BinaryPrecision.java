package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** Of the examples that were taken for the positive class, the share that are of it. */
@AutoService(Metric.class)
public final class BinaryPrecision implements BinaryMetric {
  @Override
  public String id() {
    return "binary-precision";
  }

  @Override
  public String doc() {
    return "Of the examples that were taken for the positive class, the share that are of it. An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return PROPORTION;
  }

  @Override
  public Value value(Fourfold table) {
    return table.precision();
  }
}
