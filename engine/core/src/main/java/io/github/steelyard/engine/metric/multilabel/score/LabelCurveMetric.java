package io.github.steelyard.engine.metric.multilabel.score;

import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.multilabel.MultilabelMetric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.RankedCurves;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import io.github.steelyard.engine.metric.ranking.ScoreHistograms;
import java.util.List;

/** A metric of how well the score of a label ranks its examples before the others. */
interface LabelCurveMetric extends MultilabelMetric {
  String DOC =
      " One value for each label; macro: mean over the labels that have examples and others;"
          + " weighted: mean weighted with the labels' examples; micro: all pairs of an example and"
          + " a label as one ranking. Undefined beyond 32 labels. From fixed score bins, finer"
          + " towards 0 and 1 (128 an octave for one or two labels, 8 for 32); error-bound is the"
          + " most by which binning can have moved any of the values.";

  Bounded of(ScoreCurve curve);

  @Override
  default String intervals() {
    return "Grouped jackknife of the logit.";
  }

  @Override
  default StateKind kind(MetricSettings settings) {
    return new LabelScoreKind(settings.classes());
  }

  @Override
  default List<Value> values(MetricState state) {
    List<ScoreCurve> curves = ((ScoreHistograms) state).curves();
    RankedCurves ranked = new RankedCurves("label", this::of);
    if (curves.isEmpty()) {
      ranked.addUndefinedAverages("more than " + LabelScoreKind.MOST_LABELS + " labels");
    } else {
      ranked.addAll(curves);
    }
    return ranked.values();
  }
}
