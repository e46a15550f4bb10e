package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;

/** The area under the steps of the precision-recall curve of each label's scores. */
@AutoService(Metric.class)
public final class AveragePrecision implements LabelCurveMetric {
  @Override
  public String id() {
    return "average-precision";
  }

  @Override
  public String doc() {
    return "Sum over descending thresholds of (recall - recall before) precision." + DOC;
  }

  @Override
  public Bounded of(ScoreCurve curve) {
    return curve.averagePrecision();
  }
}
