package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.function.ToDoubleFunction;

/**
 * Sums of squares and products over the examples, each weighted.
 *
 * @param examples number of examples
 * @param weight sum of their weights
 * @param squaredErrors about 0
 * @param errorSpread squared errors about their mean
 * @param targetSpread squared targets about their mean
 * @param predictionSpread squared predictions about their mean
 * @param commonSpread products of target and prediction about their means
 */
record Moments(
    long examples,
    double weight,
    double squaredErrors,
    double errorSpread,
    double targetSpread,
    double predictionSpread,
    double commonSpread) {
  /** A value that asks for nothing but a weight. */
  Value value(ToDoubleFunction<Moments> number) {
    return weight > 0
        ? Value.of("", number.applyAsDouble(this), ScaledJackknife.ofMean(Scale.LOGARITHM))
        : Value.undefined("", Shares.reasonForNone(examples));
  }

  /** A value that asks for targets which differ. */
  Value relative(ToDoubleFunction<Moments> number, IntervalMethod method) {
    if (!(weight > 0)) {
      return Value.undefined("", Shares.reasonForNone(examples));
    }
    if (!(targetSpread > 0)) {
      return Value.undefined("", "all targets are equal");
    }
    return Value.of("", number.applyAsDouble(this), method);
  }
}
