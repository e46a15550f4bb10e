package io.github.steelyard.engine.metric.classification.ranking;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;

/** The highest recall of the positive class that any threshold of at least some precision has. */
@AutoService(Metric.class)
public final class RecallAtPrecision implements OperatingPointMetric {
  @Override
  public String id() {
    return "recall-at-precision";
  }

  @Override
  public String doc() {
    return "Highest recall of the positive class among the thresholds whose precision is at least that of the settings (0.9 where none is given); 0 where none has it."
        + BINNED;
  }

  @Override
  public String intervals() {
    return "None: it is biased upwards where few examples are that sure.";
  }

  /** A bootstrap holds the recall at a precision of 0.9 in half to four fifths of data sets. */
  @Override
  public IntervalMethod method(ScoreCurve curve) {
    return new NoInterval("biased upwards where few examples are that sure");
  }

  @Override
  public Bounded of(ScoreCurve curve, BinarySettings settings) {
    return curve.recallAtPrecision(settings.precision());
  }
}
