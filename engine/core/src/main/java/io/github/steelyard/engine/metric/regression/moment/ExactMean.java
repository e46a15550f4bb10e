package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.statistics.ExactSum;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sums of products about the means, from sums of products about 0: {@code (sum(w) sum(w x y) -
 * sum(w x) sum(w y)) / sum(w)}. Taken in doubles, the difference of two large numbers would be all
 * rounding error where means are large beside deviations; here it is taken exactly and rounded
 * once, so that it is 0 where, and only where, nothing deviates.
 */
final class ExactMean {
  private final BigDecimal weight;

  /**
   * @param weight the sum of the weights
   */
  ExactMean(ExactSum weight) {
    this.weight = exact(weight);
  }

  /** At least 0 where {@code x} is {@code y}; 0 without a weight. */
  double spread(ExactSum products, ExactSum x, ExactSum y) {
    if (weight.signum() == 0) {
      return 0;
    }
    BigDecimal ofMeans = exact(x).multiply(exact(y));
    BigDecimal spread = exact(products).multiply(weight).subtract(ofMeans);
    return spread.divide(weight, MathContext.DECIMAL128).doubleValue();
  }

  /** Takes off the rounded sum until nothing is left. */
  private static BigDecimal exact(ExactSum sum) {
    ExactSum rest = new ExactSum();
    rest.merge(sum);
    BigDecimal exact = BigDecimal.ZERO;
    for (double part = rest.value(); part != 0; part = rest.value()) {
      exact = exact.add(new BigDecimal(part));
      rest.add(-part);
    }
    return exact;
  }
}
