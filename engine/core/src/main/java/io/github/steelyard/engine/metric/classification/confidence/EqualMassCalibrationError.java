package io.github.steelyard.engine.metric.classification.confidence;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/**
 * How far confidence and accuracy are apart in ten bins of about equally many examples each. M. P.
 * Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning" (2015). The bins
 * are put together from 512 fixed ones: each of those belongs, as a whole, to the tenth of the
 * examples in which its middle lies.
 */
@AutoService(Metric.class)
public final class EqualMassCalibrationError implements ClassificationMetric {
  private static final int BINS = 10;

  @Override
  public String id() {
    return "equal-mass-calibration-error";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public String doc() {
    return "Mean distance of confidence and accuracy over ten bins of about equally many examples,"
        + " weighted with the bins' examples; bins are put together from 512 fixed ones.";
  }

  @Override
  public String intervals() {
    return "None: the absolute values make it biased, and a plain jackknife covers badly.";
  }

  @Override
  public StateKind kind(MetricSettings settings) {
    return new ConfidenceKind();
  }

  @Override
  public List<Value> values(MetricState state) {
    ConfidenceState confidences = (ConfidenceState) state;
    double weight = confidences.weight();
    if (!(weight > 0)) {
      return List.of(Value.undefined("", Shares.reasonForNone(confidences.examples())));
    }
    double[] distances = new double[BINS];
    double before = 0;
    for (ConfidenceState.Bin bin : confidences.bins()) {
      double middle = (before + bin.weight() / 2) / weight;
      distances[Math.min(BINS - 1, (int) (middle * BINS))] += bin.hits() - bin.confidence();
      before += bin.weight();
    }
    double sum = 0;
    for (double distance : distances) {
      sum += Math.abs(distance);
    }
    return List.of(
        Value.of(
            "",
            Math.min(1, sum / weight),
            new NoInterval("biased upwards: a plain jackknife covers badly")));
  }
}
