package io.github.steelyard.engine.metric.classification.confidence;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Value;

/**
 * The root of the mean squared distance of confidence and accuracy over ten bins {@code (lo, hi]}
 * of the top score, less what chance alone adds to it: {@code sqrt(max(0, sum over bins of n_b / n
 * ((acc_b - conf_b)² - acc_b (1 - acc_b) / (n_b - 1))))}; bins of one example count as 0. A. Kumar,
 * P. Liang and T. Ma, "Verified uncertainty calibration" (2019).
 */
@AutoService(Metric.class)
public final class DebiasedCalibrationError implements CalibrationMetric {
  private static final String AT_A_BOUND = "cut off at 0: a jackknife covers badly there";

  @Override
  public String id() {
    return "debiased-calibration-error";
  }

  @Override
  public String doc() {
    return "Root of the mean squared distance of confidence and accuracy over ten equal bins (lo, hi]"
        + " of the top score, less what chance alone adds; 0 where chance explains all of it.";
  }

  @Override
  public String intervals() {
    return "None: it is cut off at 0, where a calibrated model lies.";
  }

  @Override
  public Value value(CalibrationState bins) {
    if (bins.weighted()) {
      return Value.undefined("", "what chance adds is known for unweighted examples only");
    }
    double sum = 0;
    for (int bin = 0; bin < CalibrationState.BINS; bin++) {
      double examples = bins.examples(bin);
      if (examples >= 2) {
        double accuracy = bins.hits(bin) / examples;
        double distance = bins.hitsAboveConfidence(bin) / examples;
        double chance = accuracy * (1 - accuracy) / (examples - 1);
        sum += examples * (distance * distance - chance);
      }
    }
    double number = Math.sqrt(Math.max(0, sum / bins.weight()));
    return Value.of("", Math.min(1, number), new NoInterval(AT_A_BOUND));
  }
}
