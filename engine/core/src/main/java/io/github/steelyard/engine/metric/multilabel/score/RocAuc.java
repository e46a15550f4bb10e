package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;

/** The area under the receiver operating characteristic of each label's scores. */
@AutoService(Metric.class)
public final class RocAuc implements LabelCurveMetric {
  @Override
  public String id() {
    return "roc-auc";
  }

  @Override
  public String doc() {
    return "Area under the ROC curve: how likely an example with the label has a higher score for it"
        + " than one without, equal scores counting half."
        + DOC;
  }

  @Override
  public Bounded of(ScoreCurve curve) {
    return curve.area();
  }
}
