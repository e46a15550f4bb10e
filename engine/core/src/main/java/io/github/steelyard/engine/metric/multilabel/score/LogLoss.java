package io.github.steelyard.engine.metric.multilabel.score;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;

/**
 * The mean over examples and labels of {@code -ln p} where the example has the label and {@code
 * -ln(1 - p)} where not, with {@code p} clipped to {@code [2^-23, 1 - 2^-23]} as scikit-learn does
 * for float32: that is what probabilities are kept as, and none between that and 1 is told apart.
 */
@AutoService(Metric.class)
public final class LogLoss implements LabelDistanceMetric {
  /** {@code numpy.finfo(numpy.float32).eps}. */
  private static final double CLIP = 0x1p-23;

  @Override
  public String id() {
    return "log-loss";
  }

  @Override
  public Range range() {
    return new Range(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public String unit() {
    return "nats";
  }

  @Override
  public String doc() {
    return "Mean over examples and labels of -ln(probability of the label) where the example has it"
        + " and -ln(1 - probability) where not, probabilities clipped to [1.2e-7, 1 - 1.2e-7] as"
        + " scikit-learn does for float32; the mean of the labels' own log losses.";
  }

  @Override
  public double cost(double likely) {
    // StrictMath gives the same bits on every machine of a cluster.
    return -StrictMath.log(Math.max(CLIP, Math.min(1 - CLIP, likely)));
  }
}
