package io.github.steelyard.engine.metric.classification.ranking;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;

/**
 * The area under the receiver operating characteristic: the probability that an example of the
 * class has a higher score for it than an example of another class, equal scores counting half. J.
 * A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver operating
 * characteristic (ROC) curve" (1982). Averages as scikit-learn's {@code multi_class="ovr"}.
 */
@AutoService(Metric.class)
public final class RocAuc implements RankingMetric {
  @Override
  public String id() {
    return "roc-auc";
  }

  @Override
  public String doc() {
    return "Area under the ROC curve: how likely an example of the class has a higher score for it than one of another class, equal scores counting half."
        + OneVersusRest.DOC
        + BINNED;
  }

  @Override
  public String intervals() {
    return "Grouped jackknife of the logit.";
  }

  @Override
  public Bounded of(ScoreCurve curve) {
    return curve.area();
  }
}
