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
 * The squared distance of the probabilities from the truth, {@code sum over classes of (p_k - [k is
 * the class])²}, averaged over examples; from 0 to 2. G. W. Brier (1950). It is {@code sum(p_k²) -
 * 2 p + 1} with {@code p} the probability of the class, so two stored columns are enough for any
 * number of classes.
 */
@AutoService(Metric.class)
public final class Brier implements ClassificationMetric {
  @Override
  public String id() {
    return "brier";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public Range range() {
    return new Range(0, 2);
  }

  @Override
  public String doc() {
    return "Sum over classes of (probability - truth) squared, averaged over examples: Brier's own"
        + " form, which for two classes is twice scikit-learn's brier_score_loss.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new MeanKind(
        id(),
        List.of(
            ClassificationTask.SUM_SQUARES.name(), ClassificationTask.LABEL_LOG_PROBABILITY.name()),
        (examples, outcomes) -> distances(outcomes));
  }

  private static IntToDoubleFunction distances(RowBlock outcomes) {
    double[] squares = outcomes.doubles(ClassificationTask.SUM_SQUARES.name());
    double[] logs = outcomes.doubles(ClassificationTask.LABEL_LOG_PROBABILITY.name());
    // StrictMath gives the same bits on every machine of a cluster.
    return row -> Math.max(0, squares[row] - 2 * StrictMath.exp(logs[row]) + 1);
  }

  @Override
  public List<Value> values(MetricState state) {
    return List.of(((MeanState) state).value());
  }
}
