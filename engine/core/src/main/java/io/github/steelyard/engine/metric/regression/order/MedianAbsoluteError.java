package io.github.steelyard.engine.metric.regression.order;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.regression.RegressionMetric;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledBootstrap;
import java.util.List;

/**
 * The median distance between prediction and target. Where half of the weight lies on either side
 * of two errors it is their mean, with weights too ({@code numpy.median}; scikit-learn's weighted
 * one takes the lower of the two).
 */
@AutoService(Metric.class)
public final class MedianAbsoluteError implements RegressionMetric {
  @Override
  public String id() {
    return "median-absolute-error";
  }

  @Override
  public String doc() {
    return "Median of |prediction - target|, from fixed bins, 64 in each octave, as if the errors of"
        + " a bin were evenly spread: error-bound is how far its bin reaches from it, at most 1.6 %"
        + " of it.";
  }

  @Override
  public String intervals() {
    return "Group bootstrap of the logarithm; what is in one bin is not told apart, see error-bound.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new ErrorBinKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    ErrorBinState errors = (ErrorBinState) state;
    if (!errors.defined()) {
      return List.of(
          Value.undefined("", errors.undefined()),
          Value.undefined(Value.ERROR_BOUND, errors.undefined()));
    }
    Bounded median = errors.median();
    return List.of(
        Value.of("", median.value(), new ScaledBootstrap(Scale.LOGARITHM, errors.examples())),
        Value.of(Value.ERROR_BOUND, median.error(), new NoInterval("a bound, no estimate")));
  }
}
