package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** Of the examples that are not of the positive class, the share that were not taken for it. */
@AutoService(Metric.class)
public final class Specificity implements BinaryMetric {
  @Override
  public String id() {
    return "specificity";
  }

  @Override
  public String doc() {
    return "Of the examples that are not of the positive class, the share that were not taken for it. An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return PROPORTION;
  }

  @Override
  public Value value(Fourfold table) {
    return table.specificity();
  }
}
