package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.statistics.GroupBootstrap;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Merges the groups of each draw of a bootstrap, a group as often as it was drawn. */
final class GroupDraws {
  private static final long SEED = 20240715;

  /** The standard error is known to 5 %; each takes as many merges as there are groups. */
  private static final GroupBootstrap BOOTSTRAP = new GroupBootstrap(200, SEED);

  private GroupDraws() {}

  static int count() {
    return BOOTSTRAP.resamples();
  }

  /** Gives the visitor, for each draw, the merger of its groups. */
  static void visit(StateKind kind, List<MetricState> groups, ObjIntConsumer<MetricState> visitor) {
    int[][] draws = BOOTSTRAP.draws(groups.size());
    for (int draw = 0; draw < draws.length; draw++) {
      MetricState merged = kind.empty();
      for (int group = 0; group < draws[draw].length; group++) {
        for (int time = 0; time < draws[draw][group]; time++) {
          merged.merge(groups.get(group));
        }
      }
      visitor.accept(merged, draw);
    }
  }
}
