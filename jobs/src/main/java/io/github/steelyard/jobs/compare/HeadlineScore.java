package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one number by which a split's best model is found, to compare the others with. */
final class HeadlineScore {
  private HeadlineScore() {}

  /**
   * The first value of the task's first metric that has hits (the accuracy), else of its first
   * metric; higher is better. Null where it is undefined.
   */
  static @Nullable Double of(ComparedUnit unit, Scorecard card) {
    List<Metric> metrics = unit.metrics();
    Metric metric =
        metrics.stream()
            .filter(candidate -> !candidate.hits(unit.settings()).isEmpty())
            .findFirst()
            .orElse(metrics.get(0));
    MetricState state = card.state(Slice.ALL, metric.kind(unit.settings()).id()).orElse(null);
    Double score = state == null ? null : metric.values(state).get(0).number();
    if (score == null) {
      return null;
    }
    return metric.direction() == Direction.HIGHER_IS_BETTER ? score : Double.valueOf(-score);
  }
}
