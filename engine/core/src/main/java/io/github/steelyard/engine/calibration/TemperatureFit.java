package io.github.steelyard.engine.calibration;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * What the temperature that minimizes the log loss is found from, mergeable and exact.
 *
 * <p>With z the logarithms of an example's probabilities, y its class and b = 1 / T, its loss at
 * temperature T is {@code log(sum(exp(b z))) - b z_y}, which is convex in b; its slope is {@code
 * E_b[z] - z_y} and its curvature {@code Var_b[z]}. Both are summed over the examples at 33 fixed
 * values of b, from 1/16 to 16 in steps of 2^(1/4): one pass, whatever the data. Between two of
 * them the slope is taken for the cubic in log b that both determine, and its root for the answer.
 * C. Guo et al., "On calibration of modern neural networks" (2017).
 */
public final class TemperatureFit {
  /** The highest temperature that is found; its inverse is the lowest. */
  public static final double HIGHEST = 16;

  private static final byte VERSION = 1;
  private static final int POINTS = 33;
  private static final double STEPS_FOR_EACH_DOUBLING = 4;

  /** Far finer than the cubic is true. */
  private static final double SOLVED_TO = 1e-12;

  private static final double[] INVERSES =
      IntStream.range(0, POINTS).mapToDouble(point -> StrictMath.exp(logInverse(point))).toArray();

  private final ExactSum[] slopes = sums();
  private final ExactSum[] curvatures = sums();
  private long examples;

  private double[] logits = {};

  private static ExactSum[] sums() {
    ExactSum[] sums = new ExactSum[POINTS];
    Arrays.setAll(sums, point -> new ExactSum());
    return sums;
  }

  /** Natural logarithm of 1 / T at a point. */
  private static double logInverse(int point) {
    double octaves = (point - (POINTS - 1) / 2) / STEPS_FOR_EACH_DOUBLING;
    return octaves * StrictMath.log(2);
  }

  /** How many examples were added. */
  public long examples() {
    return examples;
  }

  /**
   * Adds the examples of one part that were scored.
   *
   * @param outcomes with all scores of each example
   */
  public void add(RowBlock rows, RowBlock outcomes, SplitPart part) {
    int[] groups = rows.ints(ExampleColumns.GROUP.name());
    int[] labels = rows.ints(ClassificationTask.LABEL.name());
    double[] weights = rows.doubles(ExampleColumns.WEIGHT.name());
    float[][] scores = outcomes.floatLists(ClassificationTask.SCORES.name());
    double[] ofLabels = outcomes.doubles(ClassificationTask.LABEL_LOG_PROBABILITY.name());
    BitSet notScored = outcomes.nulls(ClassificationTask.LABEL_LOG_PROBABILITY.name());
    for (int row = 0; row < rows.rows(); row++) {
      if (part.holds(groups[row]) && !notScored.get(row)) {
        add(scores[row], labels[row], ofLabels[row], weights[row]);
      }
    }
  }

  /**
   * @param ofLabel the logarithm of the label's probability, which is finer than the float score
   */
  private void add(float[] scores, int label, double ofLabel, double weight) {
    if (logits.length != scores.length) {
      logits = new double[scores.length];
    }
    for (int index = 0; index < scores.length; index++) {
      logits[index] = logarithm(scores[index]);
    }
    logits[label] = ofLabel;
    double largest = Arrays.stream(logits).max().orElse(0);
    for (int point = 0; point < POINTS; point++) {
      double inverse = INVERSES[point];
      double sum = 0;
      double mean = 0;
      double square = 0;
      for (double logit : logits) {
        double share = Math.exp(inverse * (logit - largest));
        sum += share;
        mean += share * (logit - largest);
        square += share * (logit - largest) * (logit - largest);
      }
      mean /= sum;
      slopes[point].addProduct(weight, mean - (ofLabel - largest));
      curvatures[point].addProduct(weight, Math.max(0, square / sum - mean * mean));
    }
    examples++;
  }

  /** A probability of 0 in float32 counts as the smallest one above. */
  static double logarithm(float probability) {
    return Math.log(Math.max(probability, Float.MIN_VALUE));
  }

  public void merge(TemperatureFit other) {
    examples += other.examples;
    for (int point = 0; point < POINTS; point++) {
      slopes[point].merge(other.slopes[point]);
      curvatures[point].merge(other.curvatures[point]);
    }
  }

  /** The temperature of the lowest log loss, or why there is none. */
  public Temperature temperature() {
    if (examples == 0) {
      return Temperature.none("no example of the part for fitting was scored");
    }
    if (slopes[0].value() > 0) {
      return Temperature.none(
          "the log loss falls up to a temperature of 16: the confidences say nothing about it");
    }
    if (!(slopes[POINTS - 1].value() > 0)) {
      return Temperature.none(
          "the log loss falls down to a temperature of 1/16: there are too few mistakes to learn from");
    }
    int point = 1;
    while (slopes[point].value() < 0) {
      point++;
    }
    return Temperature.of(StrictMath.exp(-root(point - 1)));
  }

  /** The root of the cubic through the slopes and curvatures at a point and the next one. */
  private double root(int point) {
    double from = logInverse(point);
    double width = logInverse(point + 1) - from;
    double low = slopes[point].value();
    double high = slopes[point + 1].value();
    // The slope's derivative by log b is b times the curvature.
    double rise = width * INVERSES[point] * curvatures[point].value();
    double endRise = width * INVERSES[point + 1] * curvatures[point + 1].value();
    double share =
        new BrentSolver(SOLVED_TO).solve(100, t -> cubic(t, low, high, rise, endRise), 0, 1);
    return from + width * share;
  }

  /** Hermite's cubic on [0, 1]. */
  private static double cubic(double t, double from, double to, double rise, double endRise) {
    double rest = 1 - t;
    return rest * rest * ((1 + 2 * t) * from + t * rise)
        + t * t * ((1 + 2 * rest) * to - rest * endRise);
  }

  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(examples);
    for (int point = 0; point < POINTS; point++) {
      slopes[point].write(out);
      curvatures[point].write(out);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException for another version
   */
  public static TemperatureFit read(DataInput in) throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          "Cannot read a temperature fit of version " + version + ": expected " + VERSION);
    }
    TemperatureFit fit = new TemperatureFit();
    fit.examples = in.readLong();
    for (int point = 0; point < POINTS; point++) {
      fit.slopes[point] = ExactSum.read(in);
      fit.curvatures[point] = ExactSum.read(in);
    }
    return fit;
  }
}
