package io.github.steelyard.engine.metric.classification.confidence;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Value;

/**
 * How far confidence and accuracy are apart: over ten bins {@code (lo, hi]} of the top score,
 * {@code sum(|hits - sum of confidences|) / n}. C. Guo et al., "On calibration of modern neural
 * networks" (2017).
 */
@AutoService(Metric.class)
public final class ExpectedCalibrationError implements CalibrationMetric {
  @Override
  public String id() {
    return "expected-calibration-error";
  }

  @Override
  public String doc() {
    return "Mean distance of confidence and accuracy over ten equal bins (lo, hi] of the top score,"
        + " weighted with the bins' examples.";
  }

  @Override
  public String intervals() {
    return "None: the absolute values make it biased, and a plain jackknife covers badly.";
  }

  @Override
  public Value value(CalibrationState bins) {
    double distance = 0;
    for (int bin = 0; bin < CalibrationState.BINS; bin++) {
      distance += Math.abs(bins.hitsAboveConfidence(bin));
    }
    return Value.of(
        "",
        distance / bins.weight(),
        new NoInterval("biased upwards: a plain jackknife covers badly"));
  }
}
