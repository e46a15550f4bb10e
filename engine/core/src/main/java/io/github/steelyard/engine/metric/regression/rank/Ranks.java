package io.github.steelyard.engine.metric.regression.rank;

import io.github.steelyard.engine.statistics.Tally;

/**
 * Average ranks of weighted numbers: the weight that lies below a number and half of the weight of
 * those that are equal to it, as a share of all, less 1/2. Where all weights are 1 that is {@code
 * (rank - 1/2) / n - 1/2} of scipy's average ranks; a weight of 2 is as two examples.
 */
final class Ranks {
  private final int[] places;
  private final double[] shares;
  private final double[] sharesOfPlaces;
  private final double[] centred;
  private final boolean coarse;

  /**
   * @param places where each number stands among those that differ, from 0 on and without a gap
   * @param weights of the same numbers, above 0
   * @param coarse whether numbers of one place may differ all the same
   */
  Ranks(int[] places, double[] weights, boolean coarse) {
    this.places = places;
    this.coarse = coarse;
    Tally tally = new Tally();
    for (int index = 0; index < places.length; index++) {
      tally.add(places[index], weights[index]);
    }
    double all = tally.totalWeight();
    int[] occurred = tally.keys();
    sharesOfPlaces = new double[occurred.length];
    centred = new double[occurred.length];
    double below = 0;
    for (int place = 0; place < occurred.length; place++) {
      double weight = tally.weight(occurred[place]);
      sharesOfPlaces[place] = weight / all;
      centred[place] = (below + weight / 2 - all / 2) / all;
      below += weight;
    }
    shares = new double[weights.length];
    for (int index = 0; index < weights.length; index++) {
      shares[index] = weights[index] / all;
    }
  }

  int count() {
    return places.length;
  }

  int distinct() {
    return centred.length;
  }

  /** Of one number, as a share of all weights. */
  double share(int index) {
    return shares[index];
  }

  /** From -1/2 to 1/2. */
  double rank(int index) {
    return centred[places[index]];
  }

  /**
   * The most by which the variance of ranks could be higher, were the numbers of each place told
   * apart: those of a place of share p would then lie evenly over p, whose variance is p² / 12.
   */
  double hiddenVariance() {
    double sum = 0;
    for (double share : sharesOfPlaces) {
      sum += share * share * share;
    }
    return coarse ? sum / 12 : 0;
  }

  /** What variance is left of another side's ranks among the numbers of one place. */
  double varianceWithin(Ranks others, double variance) {
    double[] sums = new double[sharesOfPlaces.length];
    for (int index = 0; index < places.length; index++) {
      sums[places[index]] += shares[index] * others.rank(index);
    }
    double between = 0;
    for (int place = 0; place < sums.length; place++) {
      between += sums[place] * sums[place] / sharesOfPlaces[place];
    }
    return Math.max(0, variance - between);
  }
}
