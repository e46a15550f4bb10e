package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import java.util.List;

/** A metric of how well the score of a class ranks its examples before the others. */
interface RankingMetric extends ClassificationMetric {
  String BINNED =
      " From fixed score bins, finer towards 0 and 1 (128 an octave for two classes, 8 for 32);"
          + " error-bound is the most by which binning can have moved any of the values.";

  Bounded of(ScoreCurve curve);

  @Override
  default StateKind kind(MetricSettings settings) {
    return ScoreBinKind.of(settings);
  }

  @Override
  default List<Value> values(MetricState state) {
    return OneVersusRest.values((ScoreBinState) state, this::of);
  }
}
