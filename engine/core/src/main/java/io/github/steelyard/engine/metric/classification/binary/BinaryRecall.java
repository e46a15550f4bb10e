package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** Of the examples of the positive class, the share that were taken for it: sensitivity. */
@AutoService(Metric.class)
public final class BinaryRecall implements BinaryMetric {
  @Override
  public String id() {
    return "binary-recall";
  }

  @Override
  public String doc() {
    return "Of the examples of the positive class, the share that were taken for it (sensitivity). An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return PROPORTION;
  }

  @Override
  public Value value(Fourfold table) {
    return table.recall();
  }
}
