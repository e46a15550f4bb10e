package io.github.steelyard.engine.metric.regression.rank;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.regression.RegressionMetric;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import java.util.List;

/**
 * Spearman's rank correlation of targets and predictions: Pearson's of their ranks, ties by average
 * ranks, as {@code scipy.stats.spearmanr} has it; a weight of 2 is as two examples. In bins,
 * numbers of one bin count as ties.
 */
@AutoService(Metric.class)
public final class SpearmanCorrelation implements RegressionMetric {
  @Override
  public String id() {
    return "spearman-correlation";
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER_IS_BETTER;
  }

  @Override
  public Range range() {
    return Range.CORRELATION;
  }

  @Override
  public String unit() {
    return "";
  }

  @Override
  public String doc() {
    return "Spearman's rank correlation of targets and predictions, ties by average ranks. Exact of"
        + " up to 16,384 examples; of more, from at most 192 bins a side, and error-bound is the"
        + " most by which any order inside the bins could change it. Undefined where all targets or"
        + " all predictions are equal.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife of Fisher's z of up to 16,384 examples; none of more.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new RankKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    RankState ranks = (RankState) state;
    if (!ranks.defined()) {
      return undefined(ranks.undefined());
    }
    RankCorrelation correlation = ranks.correlation();
    if (correlation.targets().distinct() == 1) {
      return undefined("all targets are equal");
    }
    if (correlation.predictions().distinct() == 1) {
      return undefined("all predictions are equal");
    }
    Bounded value = correlation.value();
    // With and without a group the bins may differ, and so may the values by more than they vary.
    IntervalMethod method =
        ranks.inBins()
            ? new NoInterval("of more than 16,384 examples, ranks are those of bins")
            : ScaledJackknife.ofMean(Scale.FISHER_Z);
    return List.of(
        Value.of("", value.value(), method),
        Value.of(Value.ERROR_BOUND, value.error(), new NoInterval("a bound, no estimate")));
  }

  private static List<Value> undefined(String reason) {
    return List.of(Value.undefined("", reason), Value.undefined(Value.ERROR_BOUND, reason));
  }
}
