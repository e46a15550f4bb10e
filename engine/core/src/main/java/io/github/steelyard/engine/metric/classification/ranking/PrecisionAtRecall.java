package io.github.steelyard.engine.metric.classification.ranking;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledBootstrap;

/** The highest precision of the positive class that any threshold of at least some recall has. */
@AutoService(Metric.class)
public final class PrecisionAtRecall implements OperatingPointMetric {
  @Override
  public String id() {
    return "precision-at-recall";
  }

  @Override
  public String doc() {
    return "Highest precision of the positive class among the thresholds whose recall is at least that of the settings (0.9 where none is given)."
        + BINNED;
  }

  @Override
  public String intervals() {
    return "Group bootstrap of the logit.";
  }

  @Override
  public IntervalMethod method(ScoreCurve curve) {
    return new ScaledBootstrap(
        Scale.LOGIT, Math.min(curve.positiveExamples(), curve.negativeExamples()));
  }

  @Override
  public Bounded of(ScoreCurve curve, BinarySettings settings) {
    return curve.precisionAtRecall(settings.recall());
  }
}
