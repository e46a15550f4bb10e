package io.github.steelyard.engine.metric.regression;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import io.github.steelyard.engine.metric.state.MeanKind;
import io.github.steelyard.engine.metric.state.MeanState;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The mean of {@code |prediction - target| / max(|target|, 2^-52)}. As in scikit-learn, the divisor
 * of a target of 0 is the float64 epsilon: such a target makes the value huge (about {@code 4.5e15}
 * times its error), and not undefined.
 */
@AutoService(Metric.class)
public final class MeanAbsolutePercentageError implements RegressionMetric {
  /** scikit-learn's {@code numpy.finfo(numpy.float64).eps}. */
  private static final double SMALLEST = 0x1p-52;

  @Override
  public String id() {
    return "mean-absolute-percentage-error";
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String doc() {
    return "Mean of |prediction - target| / |target|, as a share and not in percent. A target nearer"
        + " to 0 than 2.2e-16 counts as that, as scikit-learn has it: one target of 0 makes the"
        + " value huge.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new MeanKind(id(), COLUMNS, MeanAbsolutePercentageError::shares);
  }

  private static IntToDoubleFunction shares(RowBlock examples, RowBlock outcomes) {
    double[] targets = examples.doubles(RegressionTask.TARGET.name());
    double[] predictions = outcomes.doubles(RegressionTask.PREDICTION.name());
    return row ->
        Math.abs(predictions[row] - targets[row]) / Math.max(SMALLEST, Math.abs(targets[row]));
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(((MeanState) state).value(ScaledJackknife.ofMean(Scale.LOGARITHM)));
  }
}
