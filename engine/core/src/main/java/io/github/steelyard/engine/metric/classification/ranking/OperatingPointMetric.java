package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;
import java.util.Objects;

/** The best of all thresholds of the positive class that meet a condition. */
interface OperatingPointMetric extends ClassificationMetric {
  String BINNED =
      " Thresholds are the bounds of fixed score bins, so that it is never too high; error-bound is"
          + " the most by which a threshold inside a bin could be better.";

  Bounded of(ScoreCurve curve, BinarySettings settings);

  /** How the interval is made. */
  IntervalMethod method(ScoreCurve curve);

  @Override
  default boolean appliesTo(MetricSettings settings) {
    return settings.binary() != null;
  }

  @Override
  default StateKind kind(MetricSettings settings) {
    return ScoreBinKind.of(settings);
  }

  @Override
  default List<Value> values(MetricState state) {
    ScoreBinState bins = (ScoreBinState) state;
    BinarySettings settings = Objects.requireNonNull(bins.binary());
    ScoreCurve curve = bins.curve(settings.positive());
    if (!(curve.positiveWeight() > 0)) {
      String reason =
          curve.positiveExamples() + curve.negativeExamples() == 0
              ? Shares.NO_EXAMPLES
              : "no examples of the positive class";
      return List.of(Value.undefined("", reason), Value.undefined(Value.ERROR_BOUND, reason));
    }
    Bounded bounded = of(curve, settings);
    return List.of(
        Value.of("", bounded.value(), method(curve)),
        Value.of(Value.ERROR_BOUND, bounded.error(), new NoInterval("a bound, no estimate")));
  }
}
