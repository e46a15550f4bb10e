package io.github.steelyard.engine.metric.multilabel;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import java.util.List;

/** The share of examples whose labels are exactly those that were predicted. */
@AutoService(Metric.class)
public final class SubsetAccuracy implements MultilabelMetric {
  @Override
  public String id() {
    return "subset-accuracy";
  }

  @Override
  public String doc() {
    return "Share of examples whose labels are exactly those predicted, none more and none less.";
  }

  @Override
  public String intervals() {
    return "Wilson; grouped jackknife with weights or clusters.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new SubsetKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(((SubsetState) state).share());
  }
}
