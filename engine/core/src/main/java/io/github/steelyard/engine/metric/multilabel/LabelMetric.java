package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import java.util.List;

/** A metric that derives from the counts of the labels. */
interface LabelMetric extends MultilabelMetric {
  List<Value> values(LabelCounts counts);

  @Override
  default StateKind kind(MetricSettings settings) {
    return new LabelCountKind(settings.classes());
  }

  @Override
  default List<Value> values(MetricState state) {
    return values(((LabelCountState) state).counts());
  }
}
