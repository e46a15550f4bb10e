package io.github.steelyard.engine.metric.classification.confidence;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/**
 * The area under the risk-coverage curve (AURC): the share of misses among the most confident
 * examples, averaged over how many of them are answered. Y. Geifman, G. Uziel and R. El-Yaniv,
 * "Bias-reduced uncertainty estimation for deep neural classifiers" (2019). Here {@code (1/n)
 * integral from 0 to n of misses(t) / t}, with the misses of one bin of confidence spread evenly
 * over its examples: inside a bin from {@code n0} examples with {@code e0} misses on, {@code m}
 * examples with {@code e} misses give {@code e + (e0 - n0 e / m) ln((n0 + m) / n0)}.
 */
@AutoService(Metric.class)
public final class RiskCoverageArea implements ClassificationMetric {
  @Override
  public String id() {
    return "risk-coverage-area";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public String doc() {
    return "Area under the risk-coverage curve (AURC): the share of misses among the most confident"
        + " examples, averaged over all coverages. From 512 fixed bins of the confidence, misses"
        + " spread evenly inside each; error-bound is the most by which another order inside the"
        + " bins can move it.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new ConfidenceKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    ConfidenceState confidences = (ConfidenceState) state;
    double weight = confidences.weight();
    if (!(weight > 0)) {
      String reason = Shares.reasonForNone(confidences.examples());
      return List.of(Value.undefined("", reason), Value.undefined(Value.ERROR_BOUND, reason));
    }
    Bounded area = area(confidences.bins(), weight);
    long hits = confidences.hits();
    return List.of(
        Value.of("", area.value(), GroupedJackknife.ofEvents(hits, confidences.examples() - hits)),
        Value.of(Value.ERROR_BOUND, area.error(), new NoInterval("a bound, no estimate")));
  }

  private static Bounded area(List<ConfidenceState.Bin> ascending, double weight) {
    double before = 0;
    double missed = 0;
    double[] sums = new double[3];
    for (int i = ascending.size() - 1; i >= 0; i--) {
      ConfidenceState.Bin bin = ascending.get(i);
      double end = before + bin.weight();
      double misses = bin.misses();
      double hitsFirst = before + bin.hits();
      double missesFirst = before + misses;
      sums[0] += part(missed, before, hitsFirst, 0) + part(missed, hitsFirst, end, misses);
      sums[1] += part(missed, before, end, misses);
      sums[2] +=
          part(missed, before, missesFirst, misses) + part(missed + misses, missesFirst, end, 0);
      before = end;
      missed += misses;
    }
    return Bounded.of(
        sums[0] / weight, Math.max(0, Math.min(1, sums[1] / weight)), sums[2] / weight);
  }

  /** The integral of misses / examples over a stretch in which misses are spread evenly. */
  private static double part(double missed, double from, double to, double misses) {
    if (!(to > from)) {
      return 0;
    }
    // At the start nothing was missed of nothing: the share is constant.
    return from > 0
        ? misses + (missed - from * misses / (to - from)) * StrictMath.log(to / from)
        : misses;
  }
}
