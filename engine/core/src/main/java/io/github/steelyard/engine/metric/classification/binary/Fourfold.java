package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.statistics.Tally;

/**
 * The fourfold table of positive and negative examples, and what they were taken for. Counts are
 * numbers of examples; weights are the sums of their weights, the counts where all of them are 1.
 */
final class Fourfold {
  static final int CELLS = 4;

  private static final int TRUE_NEGATIVE = 0;
  private static final int FALSE_POSITIVE = 1;
  private static final int FALSE_NEGATIVE = 2;
  private static final int TRUE_POSITIVE = 3;

  private final Tally cells;
  private final double beta;

  Fourfold(Tally cells, double beta) {
    this.cells = cells;
    this.beta = beta;
  }

  static int cell(boolean positive, boolean takenForPositive) {
    return (positive ? FALSE_NEGATIVE : TRUE_NEGATIVE) + (takenForPositive ? 1 : 0);
  }

  double beta() {
    return beta;
  }

  long examples() {
    return cells.totalCount();
  }

  double weight() {
    return cells.totalWeight();
  }

  double truePositives() {
    return cells.weight(TRUE_POSITIVE);
  }

  double falsePositives() {
    return cells.weight(FALSE_POSITIVE);
  }

  double falseNegatives() {
    return cells.weight(FALSE_NEGATIVE);
  }

  double trueNegatives() {
    return cells.weight(TRUE_NEGATIVE);
  }

  /** Number of examples that were taken for what they are. */
  long hits() {
    return cells.count(TRUE_POSITIVE) + cells.count(TRUE_NEGATIVE);
  }

  long misses() {
    return examples() - hits();
  }

  Value precision() {
    return share(TRUE_POSITIVE, FALSE_POSITIVE, "no example was taken for the positive class");
  }

  Value recall() {
    return share(TRUE_POSITIVE, FALSE_NEGATIVE, "no examples of the positive class");
  }

  Value specificity() {
    return share(TRUE_NEGATIVE, FALSE_POSITIVE, "all examples are of the positive class");
  }

  private Value share(int hit, int miss, String undefined) {
    double hitWeight = cells.weight(hit);
    return Shares.share(
        "",
        cells.weighted(),
        cells.count(hit),
        cells.count(hit) + cells.count(miss),
        hitWeight,
        hitWeight + cells.weight(miss),
        undefined);
  }

  /** {@code (1 + beta²) TP / ((1 + beta²) TP + beta² FN + FP)}. */
  Value fBeta(double of) {
    double square = of * of;
    double hit = (1 + square) * truePositives();
    double all = hit + square * falseNegatives() + falsePositives();
    if (!(all > 0)) {
      return Value.undefined("", "no example is of the positive class or was taken for it");
    }
    long hits = cells.count(TRUE_POSITIVE);
    long misses = cells.count(FALSE_NEGATIVE) + cells.count(FALSE_POSITIVE);
    return Value.of("", hit / all, GroupedJackknife.ofEvents(hits, misses));
  }
}
