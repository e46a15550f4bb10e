package io.github.steelyard.engine.metric.classification.confidence;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Value;

/**
 * How far confidence and accuracy are apart in the worst of ten bins {@code (lo, hi]} of the top
 * score. M. P. Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning"
 * (2015). A bin of few examples decides it as easily as one of many.
 */
@AutoService(Metric.class)
public final class MaximumCalibrationError implements CalibrationMetric {
  @Override
  public String id() {
    return "maximum-calibration-error";
  }

  @Override
  public String doc() {
    return "Distance of confidence and accuracy in the worst of ten equal bins (lo, hi] of the top"
        + " score, however few examples it has.";
  }

  @Override
  public String intervals() {
    return "None: a maximum is biased.";
  }

  @Override
  public Value value(CalibrationState bins) {
    double highest = 0;
    for (int bin = 0; bin < CalibrationState.BINS; bin++) {
      if (bins.weight(bin) > 0) {
        highest = Math.max(highest, Math.abs(bins.hitsAboveConfidence(bin)) / bins.weight(bin));
      }
    }
    return Value.of("", Math.min(1, highest), new NoInterval("a maximum is biased"));
  }
}
