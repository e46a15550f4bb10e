package io.github.steelyard.engine.metric.classification.ranking;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;

/**
 * The area under the steps of the precision-recall curve, {@code sum((R_i - R_(i-1)) P_i)} over
 * descending thresholds, as scikit-learn's {@code average_precision_score}: no interpolation.
 */
@AutoService(Metric.class)
public final class AveragePrecision implements RankingMetric {
  @Override
  public String id() {
    return "average-precision";
  }

  @Override
  public String doc() {
    return "Sum over descending thresholds of (recall - recall before) precision."
        + OneVersusRest.DOC
        + BINNED;
  }

  @Override
  public String intervals() {
    return "Grouped jackknife of the logit.";
  }

  @Override
  public Bounded of(ScoreCurve curve) {
    return curve.averagePrecision();
  }
}
