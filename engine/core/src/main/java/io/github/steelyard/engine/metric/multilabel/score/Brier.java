package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;

/** The mean over examples and labels of the squared distance of a probability from the truth. */
@AutoService(Metric.class)
public final class Brier implements LabelDistanceMetric {
  @Override
  public String id() {
    return "brier";
  }

  @Override
  public String doc() {
    return "Mean over examples and labels of (probability - 1)² where the example has the label and"
        + " probability² where not; the mean of the labels' own Brier scores.";
  }

  @Override
  public double cost(double likely) {
    return (1 - likely) * (1 - likely);
  }
}
