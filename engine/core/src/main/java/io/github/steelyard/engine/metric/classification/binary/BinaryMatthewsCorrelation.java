package io.github.steelyard.engine.metric.classification.binary;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.Value;

/**
 * The correlation of being positive and being taken for it. B. W. Matthews, "Comparison of the
 * predicted and observed secondary structure of T4 phage lysozyme" (1975).
 */
@AutoService(Metric.class)
public final class BinaryMatthewsCorrelation implements BinaryMetric {
  @Override
  public String id() {
    return "binary-matthews-correlation";
  }

  @Override
  public Range range() {
    return Range.CORRELATION;
  }

  @Override
  public String doc() {
    return "(TP TN - FP FN) / sqrt((TP + FP) (TP + FN) (TN + FP) (TN + FN)): correlation (MCC, phi) of the two sides of the threshold with the classes. Undefined where one of the four sums is 0; scikit-learn says 0 there. An example is taken for positive where its score is at least the threshold.";
  }

  @Override
  public String intervals() {
    return SMOOTH;
  }

  @Override
  public Value value(Fourfold table) {
    double n = table.weight();
    // Shares rather than counts: a product of four large counts would lose digits.
    double taken = (table.truePositives() + table.falsePositives()) / n;
    double positive = (table.truePositives() + table.falseNegatives()) / n;
    double notTaken = (table.trueNegatives() + table.falseNegatives()) / n;
    double negative = (table.trueNegatives() + table.falsePositives()) / n;
    if (!(positive > 0 && negative > 0)) {
      return Value.undefined("", "all examples are on one side of the question");
    }
    if (!(taken > 0 && notTaken > 0)) {
      return Value.undefined("", "all examples were taken for one side of the question");
    }
    double agreement =
        table.truePositives() / n * (table.trueNegatives() / n)
            - table.falsePositives() / n * (table.falseNegatives() / n);
    double number = agreement / Math.sqrt(taken * positive * notTaken * negative);
    return BinaryMetric.smooth(table, Math.max(-1, Math.min(1, number)));
  }
}
