package io.github.steelyard.engine.metric.regression;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import java.util.List;

/**
 * What a prediction costs that was meant for a quantile of the target: a target above it costs
 * {@code q} times the distance, one below it {@code 1 - q} times. R. Koenker and G. Bassett,
 * "Regression quantiles" (1978); scikit-learn's {@code mean_pinball_loss}.
 */
@AutoService(Metric.class)
public final class PinballLoss implements RegressionMetric {
  private static final List<Double> QUANTILES = List.of(0.1, 0.5, 0.9);

  @Override
  public String id() {
    return "pinball-loss";
  }

  @Override
  public String doc() {
    return "Mean of q (target - prediction) where the target is higher and of (1 - q) (prediction -"
        + " target) where it is lower, for the quantiles q of 0.1, 0.5 and 0.9; that of 0.5 is half"
        + " the mean absolute error.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new ErrorSideKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    return QUANTILES.stream()
        .map(
            q ->
                ((ErrorSideState) state)
                    .mean("quantile=" + q, 1 - q, q, ScaledJackknife.ofMean(Scale.LOGARITHM)))
        .toList();
  }
}
