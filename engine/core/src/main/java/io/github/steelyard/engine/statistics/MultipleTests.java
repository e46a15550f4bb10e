package io.github.steelyard.engine.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for their number: an adjusted p-value up to {@code alpha} is significant at
 * level {@code alpha} among all of them. The results are in the order of the arguments.
 */
public final class MultipleTests {
  private MultipleTests() {}

  /**
   * Holm's step-down adjustment, {@code max over j <= i of min(1, (m - j + 1) p_j)} of the
   * ascending p-values: the probability of even one false discovery is kept, whatever depends on
   * what. S. Holm, "A simple sequentially rejective multiple test procedure" (1979).
   *
   * @param pValues each in [0, 1]
   */
  public static double[] holm(double[] pValues) {
    int[] ascending = ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double highest = 0;
    for (int i = 0; i < ascending.length; i++) {
      highest = Math.max(highest, Math.min(1, (ascending.length - i) * pValues[ascending[i]]));
      adjusted[ascending[i]] = highest;
    }
    return adjusted;
  }

  /**
   * Benjamini's and Hochberg's step-up adjustment, {@code min over j >= i of m p_j / j} of the
   * ascending p-values: the expected share of false discoveries among all discoveries is kept, for
   * independent or positively dependent tests. Y. Benjamini and Y. Hochberg, "Controlling the false
   * discovery rate" (1995).
   *
   * @param pValues each in [0, 1]
   */
  public static double[] benjaminiHochberg(double[] pValues) {
    int[] ascending = ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double lowest = 1;
    for (int i = ascending.length - 1; i >= 0; i--) {
      lowest = Math.min(lowest, pValues[ascending[i]] * ascending.length / (i + 1));
      adjusted[ascending[i]] = lowest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] pValues) {
    for (double pValue : pValues) {
      if (!(pValue >= 0 && pValue <= 1)) {
        throw new IllegalArgumentException(
            "Cannot adjust a p-value of " + pValue + ": expected 0 to 1");
      }
    }
    Integer[] order = IntStream.range(0, pValues.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(index -> pValues[index]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
