package io.github.steelyard.engine.metric.regression;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import java.util.List;

/**
 * The bias: positive where predictions are too high on the whole. Best at 0 and not the lower the
 * better; among the two directions that there are, it has that of the other errors.
 */
@AutoService(Metric.class)
public final class MeanError implements RegressionMetric {
  @Override
  public String id() {
    return "mean-error";
  }

  @Override
  public Range range() {
    return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  public String doc() {
    return "Mean of prediction - target, the bias: best at 0, positive where predictions are too"
        + " high.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new ErrorSideKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(((ErrorSideState) state).mean("", 1, -1, GroupedJackknife.OF_A_MEAN));
  }
}
