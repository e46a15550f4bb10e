package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Tango;
import io.github.steelyard.engine.statistics.Wilson;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * How often 95 % intervals of the difference of two proportions of the same examples hold the true
 * one: not simulated, but summed over all numbers of discordant pairs.
 *
 * @param onlyFirst expected number of examples that the first model alone gets right
 */
record DiscordantCoverage(int examples, double onlyFirst, double onlySecond) {
  /** A known interval. */
  record Method(String name, Function<DiscordantPairs, Interval> interval) {}

  private static final double CONFIDENCE = 0.95;
  private static final double Z = 1.959963984540054;

  /** What is rarer moves no digit that is shown. */
  private static final double RAREST = 1e-9;

  /** Of the examples on which both agree, Newcombe's interval asks how many are right. */
  private static final double BOTH_RIGHT = 0.9;

  /** The first one is that in use. */
  static final List<Method> METHODS =
      List.of(
          new Method("Tango", pairs -> Tango.interval(pairs, CONFIDENCE)),
          new Method("Newcombe", DiscordantCoverage::newcombe),
          new Method("Bonett and Price", pairs -> plus(pairs, 1, 2)),
          new Method("Agresti and Min", pairs -> plus(pairs, 0.5, 1)));

  double of(Method method) {
    BinomialDistribution ofFirst = new BinomialDistribution(examples, onlyFirst / examples);
    double truth = (onlyFirst - onlySecond) / examples;
    double held = 0;
    for (int first = 0; first <= highest(onlyFirst); first++) {
      double probability = ofFirst.probability(first);
      BinomialDistribution ofSecond =
          new BinomialDistribution(examples - first, onlySecond / (examples - onlyFirst));
      for (int second = 0; second <= highest(onlySecond); second++) {
        double both = probability * ofSecond.probability(second);
        if (both > RAREST) {
          Interval found = method.interval().apply(new DiscordantPairs(first, second, examples));
          held += found.lower() <= truth && truth <= found.upper() ? both : 0;
        }
      }
    }
    return held;
  }

  private static int highest(double expected) {
    return (int) (expected + 10 * Math.sqrt(expected) + 10);
  }

  /**
   * Wald's interval after some pairs are added: D. G. Bonett and R. M. Price, "Adjusted Wald
   * confidence interval for a difference of binomial proportions based on paired data" (2012); A.
   * Agresti and Y. Min, "Simple improved confidence intervals for comparing matched proportions"
   * (2005).
   *
   * @param each is added to either kind of discordant pairs
   * @param pairs are added in all
   */
  private static Interval plus(DiscordantPairs found, double each, double pairs) {
    double n = found.pairs() + pairs;
    double first = (found.onlyFirst() + each) / n;
    double second = (found.onlySecond() + each) / n;
    double difference = first - second;
    double half = Z * Math.sqrt((first + second - difference * difference) / n);
    return new Interval(difference - half, difference + half, "wald-plus", CONFIDENCE);
  }

  /**
   * R. G. Newcombe, "Improved confidence intervals for the difference between binomial proportions
   * based on paired data" (1998), method 10: from the Wilson intervals of both proportions and
   * their correlation, corrected for continuity.
   */
  private static Interval newcombe(DiscordantPairs found) {
    double n = found.pairs();
    long agreed = found.pairs() - found.discordant();
    long right = Math.round(BOTH_RIGHT * agreed);
    long ofFirst = right + found.onlyFirst();
    long ofSecond = right + found.onlySecond();
    Interval one = Wilson.interval(ofFirst, found.pairs(), CONFIDENCE);
    Interval other = Wilson.interval(ofSecond, found.pairs(), CONFIDENCE);
    double product =
        (double) right * (agreed - right) - (double) found.onlyFirst() * found.onlySecond();
    double corrected = product > 0 ? Math.max(0, product - n / 2) : product;
    double phi = corrected / Math.sqrt(ofFirst * (n - ofFirst) * ofSecond * (n - ofSecond));
    double p = ofFirst / n;
    double q = ofSecond / n;
    return new Interval(
        p - q - joined(p - one.lower(), other.upper() - q, phi),
        p - q + joined(one.upper() - p, q - other.lower(), phi),
        "newcombe-10",
        CONFIDENCE);
  }

  private static double joined(double a, double b, double phi) {
    return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  }
}
