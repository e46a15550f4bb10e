package io.github.steelyard.engine.metric.classification;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.MeanKind;
import io.github.steelyard.engine.metric.state.MeanState;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The mean of {@code -ln p}, with {@code p} the probability of the example's class, clipped to
 * {@code [2^-52, 1 - 2^-52]} as scikit-learn does for float64, so that one probability of 0 costs
 * 36.04 and not everything.
 */
@AutoService(Metric.class)
public final class LogLoss implements ClassificationMetric {
  /** scikit-learn's {@code numpy.finfo(numpy.float64).eps}. */
  private static final double CLIP = 0x1p-52;

  private static final double LOWEST = StrictMath.log(CLIP);
  private static final double HIGHEST = StrictMath.log1p(-CLIP);

  @Override
  public String id() {
    return "log-loss";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public Range range() {
    return new Range(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public String unit() {
    return "nats";
  }

  @Override
  public String doc() {
    return "Mean of -ln(probability of the example's class), the probability clipped to"
        + " [2.2e-16, 1 - 2.2e-16] as scikit-learn does for float64; probabilities are not"
        + " normalized again.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new MeanKind(
        id(),
        List.of(ClassificationTask.LABEL_LOG_PROBABILITY.name()),
        (examples, outcomes) -> losses(outcomes));
  }

  private static IntToDoubleFunction losses(RowBlock outcomes) {
    double[] logs = outcomes.doubles(ClassificationTask.LABEL_LOG_PROBABILITY.name());
    return row -> -Math.max(LOWEST, Math.min(HIGHEST, logs[row]));
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(((MeanState) state).value());
  }
}
