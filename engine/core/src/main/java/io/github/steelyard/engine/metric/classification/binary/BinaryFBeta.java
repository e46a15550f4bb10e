package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;

/**
 * Precision and recall of the positive class, recall {@code beta} times as important. C. J. van
 * Rijsbergen, "Information retrieval" (1979).
 */
@AutoService(Metric.class)
public final class BinaryFBeta implements BinaryMetric {
  @Override
  public String id() {
    return "binary-f-beta";
  }

  @Override
  public String doc() {
    return "(1 + b²) TP / ((1 + b²) TP + b² FN + FP) of the positive class, with the b of the settings (2 where none is given). An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return SMOOTH;
  }

  @Override
  public Value value(Fourfold table) {
    return table.fBeta(table.beta());
  }
}
