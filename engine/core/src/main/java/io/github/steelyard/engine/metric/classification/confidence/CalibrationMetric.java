package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** A metric of ten equal bins of the confidence; one value, without an aspect. */
interface CalibrationMetric extends ClassificationMetric {
  /** The bins have weight. */
  Value value(CalibrationState bins);

  @Override
  default Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  default StateKind kind(MetricSettings settings) {
    return new CalibrationKind();
  }

  @Override
  default List<Value> values(MetricState state) {
    CalibrationState bins = (CalibrationState) state;
    return List.of(
        bins.weight() > 0
            ? value(bins)
            : Value.undefined("", Shares.reasonForNone(bins.examples())));
  }
}
