package io.github.steelyard.engine.metric.regression.rank;

import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.statistics.ExactSum;

/**
 * Pearson's correlation of average ranks, which is Spearman's of the numbers.
 *
 * @param targets of the same examples as the predictions, in the same order
 */
record RankCorrelation(Ranks targets, Ranks predictions) {
  /**
   * The correlation of the numbers as far as they were told apart; what is between -1 and 1, and
   * how far the numbers themselves may be from that. With ranks {@code r = r' + d}, of which {@code
   * r'} is known and {@code d} has a mean of 0 in each bin, and {@code s = s' + e} alike, {@code
   * cov(r, s) - cov(r', s')} is {@code cov(r', e) + cov(d, s') + cov(d, e)}, each of which is
   * bounded by the product of two deviations, those of r' and s' within the other side's bins.
   */
  Bounded value() {
    double ofTargets = common(targets, targets);
    double ofPredictions = common(predictions, predictions);
    double common = common(targets, predictions);
    double hiddenOfTargets = targets.hiddenVariance();
    double hiddenOfPredictions = predictions.hiddenVariance();
    double reach =
        Math.sqrt(hiddenOfPredictions * predictions.varianceWithin(targets, ofTargets))
            + Math.sqrt(hiddenOfTargets * targets.varianceWithin(predictions, ofPredictions))
            + Math.sqrt(hiddenOfTargets * hiddenOfPredictions);
    double least = Math.sqrt(ofTargets * ofPredictions);
    double most = Math.sqrt((ofTargets + hiddenOfTargets) * (ofPredictions + hiddenOfPredictions));
    double value = clip(common / least);
    if (reach == 0) {
      return new Bounded(value, 0);
    }
    double lowest = common - reach;
    double highest = common + reach;
    return Bounded.of(
        clip(lowest / (lowest < 0 ? least : most)),
        value,
        clip(highest / (highest > 0 ? least : most)));
  }

  /** Exact sums of products that are rounded one by one, so that their order does not matter. */
  private static double common(Ranks one, Ranks other) {
    ExactSum sum = new ExactSum();
    for (int index = 0; index < one.count(); index++) {
      sum.add(one.share(index) * (one.rank(index) * other.rank(index)));
    }
    return sum.value();
  }

  private static double clip(double value) {
    return Math.max(-1, Math.min(1, value));
  }
}
