package io.github.steelyard.engine.metric.ranking;

import io.github.steelyard.engine.statistics.Tally;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Positive and negative examples by the bin of their score, best first. What is computed from it is
 * what scikit-learn computes where the examples of a bin have equal scores; the error is the most
 * by which any order inside the bins could change that.
 */
public final class ScoreCurve {
  /** Sums of weights differ by their last digits from what was meant. */
  private static final double ROUNDING = 1e-12;

  /** By bin, best first. */
  private final double[] positives;

  private final double[] negatives;
  private final long positiveExamples;
  private final long negativeExamples;
  private final double positiveWeight;
  private final double negativeWeight;

  private ScoreCurve(double[][] weights, long[] examples) {
    this.negatives = weights[0];
    this.positives = weights[1];
    this.negativeExamples = examples[0];
    this.positiveExamples = examples[1];
    this.negativeWeight = sum(negatives);
    this.positiveWeight = sum(positives);
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  /**
   * One curve for each histogram.
   *
   * @param tally keys: twice the bin, numbered on from histogram to histogram, and 1 more for a
   *     positive example
   * @param bins of one histogram
   */
  public static List<ScoreCurve> of(Tally tally, int bins, int histograms) {
    double[][][] weights = new double[histograms][2][bins];
    long[][] examples = new long[histograms][2];
    tally.forEach(
        (key, count, weight) -> {
          int histogram = key / 2 / bins;
          weights[histogram][key % 2][bins - 1 - key / 2 % bins] = weight;
          examples[histogram][key % 2] += count;
        });
    return IntStream.range(0, histograms)
        .mapToObj(histogram -> new ScoreCurve(weights[histogram], examples[histogram]))
        .toList();
  }

  /**
   * A curve of bins that are counted already.
   *
   * @param positives sums of weights by bin, best first; kept, not copied
   * @param positiveExamples how many that are
   * @param negatives of the same bins
   */
  public static ScoreCurve ofBins(
      double[] positives, long positiveExamples, double[] negatives, long negativeExamples) {
    return new ScoreCurve(
        new double[][] {negatives, positives}, new long[] {negativeExamples, positiveExamples});
  }

  /** All examples of all curves as one. */
  public static ScoreCurve pooled(List<ScoreCurve> curves) {
    double[][] weights = new double[2][curves.get(0).positives.length];
    long[] examples = new long[2];
    for (ScoreCurve curve : curves) {
      for (int bin = 0; bin < curve.positives.length; bin++) {
        weights[0][bin] += curve.negatives[bin];
        weights[1][bin] += curve.positives[bin];
      }
      examples[0] += curve.negativeExamples;
      examples[1] += curve.positiveExamples;
    }
    return new ScoreCurve(weights, examples);
  }

  /** Numbers of examples, whatever their weights. */
  public long positiveExamples() {
    return positiveExamples;
  }

  public long negativeExamples() {
    return negativeExamples;
  }

  public double positiveWeight() {
    return positiveWeight;
  }

  public double negativeWeight() {
    return negativeWeight;
  }

  /** The probability that a positive example has a higher score than a negative one. */
  public Bounded area() {
    double before = 0;
    double ordered = 0;
    double tied = 0;
    for (int bin = 0; bin < positives.length; bin++) {
      before += negatives[bin];
      ordered += positives[bin] * (negativeWeight - before);
      tied += positives[bin] * negatives[bin];
    }
    double pairs = positiveWeight * negativeWeight;
    return new Bounded(Math.min(1, (ordered + tied / 2) / pairs), tied / 2 / pairs);
  }

  /** The sum of precisions at each bin, weighted with the positive examples found there. */
  public Bounded averagePrecision() {
    double found = 0;
    double wrong = 0;
    double[] sums = new double[3];
    for (int bin = 0; bin < positives.length; bin++) {
      double more = positives[bin];
      double moreWrong = negatives[bin];
      if (more > 0) {
        double all = found + wrong + moreWrong;
        sums[0] += more * (wrong + moreWrong > 0 ? found / all : 1);
        sums[1] += more * ((found + more) / (all + more));
        sums[2] += more * ((found + more) / (found + more + wrong));
      }
      found += more;
      wrong += moreWrong;
    }
    double value = Math.min(1, sums[1] / positiveWeight);
    return Bounded.of(sums[0] / positiveWeight, value, sums[2] / positiveWeight);
  }

  /** The highest precision of the thresholds between bins whose recall is at least this. */
  public Bounded precisionAtRecall(double recall) {
    double needed = recall * positiveWeight * (1 - ROUNDING);
    double found = 0;
    double wrong = 0;
    double value = 0;
    double highest = 0;
    for (int bin = 0; bin < positives.length; bin++) {
      found += positives[bin];
      if (found >= needed && positives[bin] + negatives[bin] > 0) {
        // At best all positive examples of the bin come before all others.
        highest = Math.max(highest, found / (found + wrong));
        value = Math.max(value, found / (found + wrong + negatives[bin]));
      }
      wrong += negatives[bin];
    }
    return Bounded.of(value, value, highest);
  }

  /**
   * The lowest false positive rate of the thresholds between bins whose recall is at least this.
   */
  public Bounded falsePositiveRateAtRecall(double recall) {
    double needed = recall * positiveWeight * (1 - ROUNDING);
    double found = 0;
    double wrong = 0;
    int bin = 0;
    while (found + positives[bin] < needed) {
      found += positives[bin];
      wrong += negatives[bin];
      bin++;
    }
    // At best all positive examples of the last bin come before all others.
    double value = Math.min(1, (wrong + negatives[bin]) / negativeWeight);
    return Bounded.of(wrong / negativeWeight, value, value);
  }

  /** The highest recall of the thresholds between bins whose precision is at least this; or 0. */
  public Bounded recallAtPrecision(double precision) {
    double needed = precision * (1 - ROUNDING);
    double found = 0;
    double wrong = 0;
    double value = 0;
    double highest = 0;
    for (int bin = 0; bin < positives.length; bin++) {
      found += positives[bin];
      if (found / (found + wrong) >= needed) {
        highest = Math.max(highest, found);
      }
      wrong += negatives[bin];
      if (found / (found + wrong) >= needed) {
        value = Math.max(value, found);
      }
    }
    return Bounded.of(
        value / positiveWeight, value / positiveWeight, Math.min(1, highest / positiveWeight));
  }
}
