package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** The mean of recall and specificity. */
@AutoService(Metric.class)
public final class BinaryBalancedAccuracy implements BinaryMetric {
  @Override
  public String id() {
    return "binary-balanced-accuracy";
  }

  @Override
  public String doc() {
    return "Mean of recall and specificity. An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return SMOOTH;
  }

  @Override
  public Value value(Fourfold table) {
    Double recall = table.recall().number();
    Double specificity = table.specificity().number();
    if (recall == null) {
      return table.recall();
    }
    if (specificity == null) {
      return table.specificity();
    }
    return BinaryMetric.smooth(table, (recall + specificity) / 2);
  }
}
