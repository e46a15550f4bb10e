package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/** The harmonic mean of precision and recall of the positive class. */
@AutoService(Metric.class)
public final class BinaryF1 implements BinaryMetric {
  @Override
  public String id() {
    return "binary-f1";
  }

  @Override
  public String doc() {
    return "Harmonic mean of precision and recall of the positive class: 2 TP / (2 TP + FN + FP). An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return SMOOTH;
  }

  @Override
  public Value value(Fourfold table) {
    return table.fBeta(1);
  }
}
