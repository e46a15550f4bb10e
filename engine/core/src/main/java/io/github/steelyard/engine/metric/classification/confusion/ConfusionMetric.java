package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import java.util.List;
import java.util.Optional;

/** A metric that derives from the confusion matrix. */
interface ConfusionMetric extends ClassificationMetric {
  List<Value> values(ConfusionState.Margins margins);

  @Override
  default StateKind kind(MetricSettings settings) {
    return new ConfusionKind(settings.classes());
  }

  @Override
  default Optional<StateKind> detail(MetricSettings settings) {
    return Optional.of(new ConfusionMatrixKind(settings.classes()));
  }

  @Override
  default List<Value> values(MetricState state) {
    return values(((ConfusionState) state).margins());
  }
}
